package cn.wufei.exchange.stockpile;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.IdAttribute;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

@MappedEntity("stockpile_stockpile")
record Stockpile(
    @io.micronaut.data.annotation.Id @TypeDef(type = DataType.LONG, converter = IdAttribute.class)
        Id id,
    String name,
    @Nullable String nameEn,
    @Nullable String materialKey,
    long statedKg,
    boolean statedApproximately,
    String statedIn,
    LocalDate statedOn,
    LocalDate clearBy,
    @Nullable String ownerName,
    @Nullable BigDecimal latitude,
    @Nullable BigDecimal longitude,
    Instant createdAt,
    long version) {}
