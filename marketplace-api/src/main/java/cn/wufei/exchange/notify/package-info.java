/// Tells organisations what happened: notices that are written with what they tell, read as a list
/// and followed live over server-sent events. Knows nothing of what it tells: a feature names the
/// kind, the things that it is about and the facts, and the page has the words.
///
/// Owns the `notify_` tables. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.notify;

import org.jspecify.annotations.NullMarked;
