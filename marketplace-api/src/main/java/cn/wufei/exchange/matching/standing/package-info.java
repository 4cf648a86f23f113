/// Matches that stand between two visits: a lot or demand that is new or changed is matched as it
/// is indexed, both sides are told, and each side looks at its pairs or dismisses them with a
/// reason, which is held against what is true later. Pairs are judged again before they are shown.
///
/// Owns `matching_standing` and `matching_dismissal`. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.matching.standing;

import org.jspecify.annotations.NullMarked;
