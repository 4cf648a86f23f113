package cn.wufei.exchange.stream;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.IdAttribute;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@MappedEntity("stream_stock_take")
record StockTakeRow(
    @io.micronaut.data.annotation.Id @TypeDef(type = DataType.LONG, converter = IdAttribute.class)
        Id id,
    @TypeDef(type = DataType.LONG, converter = IdAttribute.class) Id streamId,
    LocalDate occurredOn,
    String method,
    long countedKg,
    long ledgerKg,
    long clearedKg,
    @Nullable String note,
    @TypeDef(type = DataType.LONG, converter = IdAttribute.class) @Nullable Id transferId,
    Instant recordedAt,
    @Nullable Long voidedBy) {

  StockTakeRow corrected(long countedNowKg, long ledgerNowKg, long clearedNowKg, @Nullable Id by) {
    return new StockTakeRow(
        id,
        streamId,
        occurredOn,
        method,
        countedNowKg,
        ledgerNowKg,
        clearedNowKg,
        note,
        by,
        recordedAt,
        voidedBy);
  }

  StockTakeRow voided(Id correction) {
    return new StockTakeRow(
        id,
        streamId,
        occurredOn,
        method,
        countedKg,
        ledgerKg,
        clearedKg,
        note,
        transferId,
        recordedAt,
        correction.value());
  }
}
