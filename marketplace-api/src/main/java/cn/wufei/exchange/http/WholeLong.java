package cn.wufei.exchange.http;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.io.IOException;

/// Whole numbers in JSON. A fraction or a number out of range is a mistake; the reader's own way is
/// to cut it off.
@Singleton
class WholeLong implements Deserializer<Long> {

  @Override
  public Long deserialize(Decoder decoder, DecoderContext context, Argument<? super Long> type)
      throws IOException {
    try {
      return decoder.decodeBigDecimal().longValueExact();
    } catch (ArithmeticException _) {
      throw new SerdeException("not a whole number in range");
    }
  }
}
