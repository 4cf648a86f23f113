/// What a producer records of its waste streams: generation, opening stock, own use and disposal,
/// transfers to related parties, moves between sites, processing, stock-takes. The tonnes are
/// postings of the ledger; this feature keeps what they are called and how they were measured.
///
/// Owns `stream_stream`, `stream_entry`, `stream_stock_take`, `stream_processing`,
/// `stream_processing_line`. [Streams] is what other features see.
@NullMarked
package cn.wufei.exchange.stream;

import org.jspecify.annotations.NullMarked;
