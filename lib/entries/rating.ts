/** `tccc-wx-sdk/rating`: what the customer thinks of a call. */
export { rating, type Rating, type RatingAnswer, type RatingQuestion } from '../app/rating'
