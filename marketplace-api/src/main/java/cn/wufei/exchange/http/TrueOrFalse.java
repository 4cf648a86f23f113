package cn.wufei.exchange.http;

import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.io.IOException;

/// Booleans in JSON are `true` and `false`; the reader's own way is to take any other word for the
/// latter.
@Singleton
class TrueOrFalse implements Deserializer<Boolean> {

  @Override
  public Boolean deserialize(
      Decoder decoder, DecoderContext context, Argument<? super Boolean> type) throws IOException {
    JsonNode node = decoder.decodeNode();
    if (!node.isBoolean()) {
      throw new SerdeException("neither true nor false");
    }
    return node.getBooleanValue();
  }
}
