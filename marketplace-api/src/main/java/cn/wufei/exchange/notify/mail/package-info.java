/// Mail to members who want what their organisation is told sent to them: at once or once a day, to
/// an address that they have confirmed. Mails are written down with what they tell and sent later.
///
/// Owns `notify_address`, `notify_preference` and `notify_mail`. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.notify.mail;

import org.jspecify.annotations.NullMarked;
