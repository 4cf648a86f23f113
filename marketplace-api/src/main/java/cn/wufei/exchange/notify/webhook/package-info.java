/// Webhooks: sends what a firm is told to systems of the firm. Each notice becomes one message per
/// webhook in the transaction that writes the notice, and is sent until the receiver has taken it:
/// at least once, in no promised order.
///
/// Owns the `notify_webhook` tables. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.notify.webhook;

import org.jspecify.annotations.NullMarked;
