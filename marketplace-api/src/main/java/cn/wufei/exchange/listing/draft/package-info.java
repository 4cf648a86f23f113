/// Lots, and changes of lots, that somebody prepares and somebody else may look at before they are
/// published. A draft promises nothing and nobody outside the firm sees it.
@NullMarked
package cn.wufei.exchange.listing.draft;

import org.jspecify.annotations.NullMarked;
