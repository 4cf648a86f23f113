/// How the rows of the ledger are hashed, gathered into a block's Merkle tree, and signed, exactly
/// as `docs/ledger.md` says it. Nothing here knows a database; `infra/verify` is written against
/// the same page and not against this code, so that the two check each other.
@NullMarked
package cn.wufei.exchange.ledger.chain;

import org.jspecify.annotations.NullMarked;
