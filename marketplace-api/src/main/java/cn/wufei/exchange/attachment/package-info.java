/// Files that belong to things of other features, such as the report of a laboratory as it was
/// printed. Who may attach and read one is the business of the feature whose thing it is.
///
/// Owns `attachment_file` and `attachment_part`. [Attachments] is what other features see.
@NullMarked
package cn.wufei.exchange.attachment;

import org.jspecify.annotations.NullMarked;
