/// Which supply fits which demand, how well, and why not. The judgement is a pure function of two
/// records; candidates come from the search and are judged again on what the database says now,
/// before anybody sees them.
///
/// Owns `matching_match`, the pairs that were shown; `matching.standing` owns `matching_standing`
/// and `matching_dismissal`. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.matching;

import org.jspecify.annotations.NullMarked;
