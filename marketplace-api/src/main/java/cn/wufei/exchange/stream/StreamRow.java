package cn.wufei.exchange.stream;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.IdAttribute;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("stream_stream")
record StreamRow(
    @io.micronaut.data.annotation.Id @TypeDef(type = DataType.LONG, converter = IdAttribute.class)
        Id id,
    @TypeDef(type = DataType.LONG, converter = IdAttribute.class) Id organisationId,
    @TypeDef(type = DataType.LONG, converter = IdAttribute.class) Id siteId,
    String materialKey,
    String classCode,
    @Nullable String code,
    @Nullable String codeScheme,
    String name,
    @Nullable String process,
    Instant createdAt,
    long version) {

  StreamRef ref() {
    return new StreamRef(
        id, organisationId, siteId, materialKey, classCode, code, codeScheme, name);
  }
}
