/// Tables that a firm has in its own systems, loaded line by line: each line goes through the same
/// use case as an entry on the page, and is answered for itself.
///
/// A line is known by the firm's own number. What was loaded once is ignored the next time, so the
/// same file may be sent again, also after it was broken off.
///
/// Owns `bulk_import`, `bulk_line` and `bulk_reference`. Features say what can be loaded by an
/// [ImportKind].
@NullMarked
package cn.wufei.exchange.bulk;

import org.jspecify.annotations.NullMarked;
