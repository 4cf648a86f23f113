/// What waits for the caller. Each feature says what of its own does ([WorkSource]); here it is put
/// together and counted. Nothing is stored: every answer is read from the rows and the ledger of
/// this moment, so that a thing is gone from the list when it is done, by whomever.
@NullMarked
package cn.wufei.exchange.worklist;

import org.jspecify.annotations.NullMarked;
