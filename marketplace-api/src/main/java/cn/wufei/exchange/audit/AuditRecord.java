package cn.wufei.exchange.audit;

import cn.wufei.exchange.kernel.Id;
import cn.wufei.exchange.sql.IdAttribute;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One act. `facts` is a JSON object of the figures that mattered.
///
/// @param organisationId for whom it was done
/// @param delegateId the member's own firm, where it acted under a delegation
@MappedEntity("audit_record")
record AuditRecord(
    @io.micronaut.data.annotation.Id @TypeDef(type = DataType.LONG, converter = IdAttribute.class)
        Id id,
    Instant recordedAt,
    @TypeDef(type = DataType.LONG, converter = IdAttribute.class) @Nullable Id memberId,
    @TypeDef(type = DataType.LONG, converter = IdAttribute.class) @Nullable Id organisationId,
    String action,
    String subjectType,
    @TypeDef(type = DataType.LONG, converter = IdAttribute.class) Id subjectId,
    String facts,
    @TypeDef(type = DataType.LONG, converter = IdAttribute.class) @Nullable Id delegateId,
    @TypeDef(type = DataType.LONG, converter = IdAttribute.class) @Nullable Id delegationId) {}
