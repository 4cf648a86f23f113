package cn.wufei.exchange.search;

import cn.wufei.exchange.catalog.Catalog;
import io.micronaut.context.annotation.Factory;
import io.micronaut.validation.validator.constraints.ConstraintValidator;
import jakarta.inject.Singleton;

/// Decides whether the texts of filters can be read.
@Factory
class SearchConstraints {

  @Singleton
  ConstraintValidator<QualityFilter, String> quality(Catalog catalog) {
    return (text, _, _) -> text == null || QualityBound.parse(text, catalog) != null;
  }

  @Singleton
  ConstraintValidator<BoxFilter, String> box() {
    return (text, _, _) -> text == null || Box.parse(text) != null;
  }

  @Singleton
  ConstraintValidator<AreaFilter, String> area() {
    return (text, _, _) -> text == null || Area.parse(text) != null;
  }
}
