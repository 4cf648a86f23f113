package cn.wufei.exchange.search;

import cn.wufei.indexer.document.OrganisationPart;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// Who offers or seeks.
@Serdeable
public record OrganisationSummary(
    String id, String name, @Nullable String nameEn, boolean demo, String status) {

  static OrganisationSummary of(OrganisationPart part) {
    return new OrganisationSummary(
        part.id(), part.name(), part.nameEn(), part.demo(), part.status());
  }
}
