/** What the tables of more than one machine say, in both languages. */
export const WORDS = {
  en: {
    machine: ({ cpu, cpus, node, load }) => `${cpu}, ${cpus} processors, Node ${node}, load ${load} before`,
    commits: ['shards at one Redis', '`appendfsync`', 'commits a second', 'p50', 'p99', 'of a processor, Redis'],
    load: [
      ...['200 talk, so many wait', 'store', 'answer, p50', 'p99', 'of a processor', 'memory'],
      ...['customers for a whole one', 'commands of Redis a second', 'in Redis, a customer'],
    ],
    takeOver: ['of 240 lines', 'times', 'another leads after, median', '95 % are back after, median', 'the longest'],
    stores: { memory: 'memory', folder: 'folder', redis: 'Redis', relayed: 'Redis, through another node' },
    faults: { 'the leader is killed': 'the leader is killed', 'the leader is stopped as one should': 'it is stopped' },
  },
  zh: {
    machine: ({ cpu, cpus, node, load }) => `${cpu}，${cpus} 个处理器，Node ${node}，开始前负载 ${load}`,
    commits: ['一个 Redis 上的分片', '`appendfsync`', '每秒提交', 'p50', 'p99', 'Redis 占一个处理器'],
    load: [
      ...['200 路通话，另有等待', '存储', '回应，p50', 'p99', '占一个处理器', '内存'],
      ...['占满一个时的客户', '每秒 Redis 命令', '每位客户占 Redis'],
    ],
    takeOver: ['240 条连接', '次数', '另一个节点接管，中位数', '95% 回来，中位数', '最长'],
    stores: { memory: '内存', folder: '文件夹', redis: 'Redis', relayed: 'Redis，经另一个节点' },
    faults: { 'the leader is killed': '主节点被杀死', 'the leader is stopped as one should': '主节点被正常停止' },
  },
}
