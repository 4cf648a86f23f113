package cn.wufei.exchange.stream;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.IdAttribute;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@MappedEntity("stream_entry")
record EntryRow(
    @io.micronaut.data.annotation.Id @TypeDef(type = DataType.LONG, converter = IdAttribute.class)
        Id id,
    @TypeDef(type = DataType.LONG, converter = IdAttribute.class) Id streamId,
    String kind,
    long quantityKg,
    LocalDate occurredOn,
    @Nullable Short generationYear,
    @Nullable String method,
    @Nullable String note,
    @TypeDef(type = DataType.LONG, converter = IdAttribute.class) @Nullable Id toStreamId,
    @TypeDef(type = DataType.LONG, converter = IdAttribute.class) @Nullable Id counterpartyId,
    @Nullable String counterpartyName,
    @Nullable String counterpartyUscc,
    @TypeDef(type = DataType.LONG, converter = IdAttribute.class) Id transferId,
    Instant recordedAt,
    @Nullable Long voidedBy) {

  EntryRow corrected(long kg, Id transfer) {
    return new EntryRow(
        id,
        streamId,
        kind,
        kg,
        occurredOn,
        generationYear,
        method,
        note,
        toStreamId,
        counterpartyId,
        counterpartyName,
        counterpartyUscc,
        transfer,
        recordedAt,
        voidedBy);
  }

  EntryRow voided(Id correction) {
    return new EntryRow(
        id,
        streamId,
        kind,
        quantityKg,
        occurredOn,
        generationYear,
        method,
        note,
        toStreamId,
        counterpartyId,
        counterpartyName,
        counterpartyUscc,
        transferId,
        recordedAt,
        correction.value());
  }
}
