package cn.wufei.exchange.deal.document;

import cn.wufei.exchange.deal.Side;
import cn.wufei.exchange.kernel.Id;
import java.time.Instant;

/// That a member signed a version for its side.
record SignatureRow(Id documentId, Side side, Id memberId, Instant signedAt) {}
