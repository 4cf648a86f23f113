package cn.wufei.exchange.http;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serde;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/// Ids as text in paths, queries and JSON.
@Singleton
class IdText implements TypeConverter<CharSequence, Id>, Serde<Id> {

  @Override
  public Optional<Id> convert(
      CharSequence object, Class<Id> targetType, ConversionContext context) {
    try {
      return Optional.of(Id.parse(object.toString()));
    } catch (IllegalArgumentException e) {
      context.reject(object, e);
      return Optional.empty();
    }
  }

  @Override
  public void serialize(
      Encoder encoder, EncoderContext context, Argument<? extends Id> type, Id value)
      throws IOException {
    encoder.encodeString(value.toString());
  }

  @Override
  public Id deserialize(Decoder decoder, DecoderContext context, Argument<? super Id> type)
      throws IOException {
    String text = decoder.decodeString();
    try {
      return Id.parse(text);
    } catch (IllegalArgumentException _) {
      throw new SerdeException("not an id: " + text);
    }
  }
}
