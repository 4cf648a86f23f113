package cn.wufei.exchange.sql;

import cn.wufei.exchange.kernel.Id;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// An id in a Micronaut Data entity: `@TypeDef(type = DataType.LONG, converter =
/// IdAttribute.class)`.
@Singleton
public class IdAttribute implements AttributeConverter<Id, Long> {

  @Override
  public @Nullable Long convertToPersistedValue(@Nullable Id id, ConversionContext context) {
    return id == null ? null : id.value();
  }

  @Override
  public @Nullable Id convertToEntityValue(@Nullable Long stored, ConversionContext context) {
    return stored == null ? null : Id.of(stored);
  }
}
