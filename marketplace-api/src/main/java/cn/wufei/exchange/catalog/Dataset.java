package cn.wufei.exchange.catalog;

import java.util.List;
import java.util.Locale;

/// The data files, in the order in which they are read. A name in kebab case with `.csv` is the
/// file; the columns stand in its first line that is no comment, in this order. The first columns,
/// as many as the key has, name a row.
enum Dataset {
  WASTE_CLASSES("code,name_zh,name_en,scheme,edition,source,verified", 1),
  WASTE_CODES("code,class,name_zh,name_en,scheme,edition,source,verified", 1),
  PARAMETERS(
      "key,symbol,name_zh,name_en,unit,basis,direction,mixing,minimum,maximum,decimals,source,"
          + "verified",
      1),
  TAX_RATES("key,name_zh,name_en,yuan_per_t,source,verified", 1),
  USES("key,name_zh,name_en,source,verified", 1),
  MATERIALS(
      "key,name_zh,name_en,class,process,aliases_zh,aliases_en,tax_rate,vat_eligible,screening,"
          + "parameters,source,verified",
      1),
  MATERIAL_USES("material,use,verdict,condition_zh,condition_en,source,verified", 2),
  HAZARDOUS_CODES("code,class,name_zh,name_en,letters,source,verified", 1),
  HAZARDOUS_NAMES(
      "term,patterns,except,name_zh,name_en,verdict,rule_zh,rule_en,source,verified", 1),
  IDENTIFICATION_THRESHOLDS("parameter,comparison,value,rule_zh,rule_en,source,verified", 2),
  FREIGHT_RATES(
      "key,mode,from_t,from_km,to_km,yuan_per_t_km,floor_yuan_per_t,handling_yuan_per_t,source,"
          + "verified",
      1),
  SEASON_PROFILES(
      "key,name_zh,name_en,m01,m02,m03,m04,m05,m06,m07,m08,m09,m10,m11,m12,note_zh,note_en,source,"
          + "verified",
      1),
  PRODUCT_GRADES("key,standard,name_zh,name_en,materials,source,verified", 1),
  PRODUCT_LIMITS("grade,parameter,minimum,maximum,source,verified", 2),
  REGIONS("adcode,name_zh,name_en,parent,source,verified", 1);

  private final String columns;
  private final int keyColumns;

  Dataset(String columns, int keyColumns) {
    this.columns = columns;
    this.keyColumns = keyColumns;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String file() {
    return code() + ".csv";
  }

  List<String> columns() {
    return List.of(columns.split(",", -1));
  }

  List<String> key() {
    return columns().subList(0, keyColumns);
  }
}
