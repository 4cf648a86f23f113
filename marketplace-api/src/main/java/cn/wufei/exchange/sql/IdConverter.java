package cn.wufei.exchange.sql;

import cn.wufei.exchange.kernel.Id;
import org.jooq.impl.AbstractConverter;
import org.jspecify.annotations.Nullable;

/// `bigint` columns named `id` or `..._id` are ids.
public final class IdConverter extends AbstractConverter<Long, Id> {

  private static final long serialVersionUID = 1L;

  public IdConverter() {
    super(Long.class, Id.class);
  }

  @Override
  public @Nullable Id from(@Nullable Long stored) {
    return stored == null ? null : Id.of(stored);
  }

  @Override
  public @Nullable Long to(@Nullable Id id) {
    return id == null ? null : id.value();
  }
}
