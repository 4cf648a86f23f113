package cn.wufei.exchange.stockpile;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.IdAttribute;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.time.LocalDate;

@MappedEntity("stockpile_report")
record StockpileReport(
    @io.micronaut.data.annotation.Id @TypeDef(type = DataType.LONG, converter = IdAttribute.class)
        Id id,
    @TypeDef(type = DataType.LONG, converter = IdAttribute.class) Id stockpileId,
    long remainingKg,
    LocalDate reportedOn,
    String method,
    String source,
    Instant recordedAt) {}
