/// What was agreed, written down for the parties to sign: versions whose content is frozen, hashed
/// and never changed, signatures in the system, signatures on paper that the other side confirms,
/// and amendments as further versions.
///
/// Owns `deal_document`, `deal_document_content`, `deal_document_signature` and
/// `deal_document_paper`. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.deal.document;

import org.jspecify.annotations.NullMarked;
