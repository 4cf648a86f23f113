/// Reference data: waste classes and codes, materials and their names, quality parameters,
/// hazardous wastes, rates, uses and regions. They are plain files under `seeds/reference` that an
/// auditor can read and amend; each row says where it comes from and how well that was checked.
///
/// Owns `catalog_head`, `catalog_dataset` and `catalog_row`. Publishes and consumes no event.
@NullMarked
package cn.wufei.exchange.catalog;

import org.jspecify.annotations.NullMarked;
