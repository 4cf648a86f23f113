/// What laboratories found in a stream: who looked, when and by which method, and between which
/// values each parameter lay. A report is recorded, shown and at most withdrawn, never changed.
///
/// Its files are attachments. Owns `stream_quality_report` and `stream_quality_value`.
/// [QualityReports] is what other features see. Tells the organisation when a report is about to
/// run out.
@NullMarked
package cn.wufei.exchange.stream.quality;

import org.jspecify.annotations.NullMarked;
