/// Tests of the verifier, and a generator of ledgers that is a reading of `docs/ledger.md` of its
/// own.
@NullMarked
package cn.wufei.verify;

import org.jspecify.annotations.NullMarked;
