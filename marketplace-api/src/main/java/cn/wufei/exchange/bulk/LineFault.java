package cn.wufei.exchange.bulk;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is wrong with a line.
///
/// @param column key of the column; empty when it is the line as a whole
/// @param header what the file calls it
/// @param message for a reader without a translation of the code
@Serdeable
@Schema(name = "ImportFault")
record LineFault(
    String column,
    String header,
    String code,
    String message,
    @Nullable Map<String, Object> facts) {}
