-- Names in the order a reader looks for them: Chinese by pinyin, numbers inside by their size. As the pages sort (Intl.Collator, zh-CN, numeric).
do $$
begin
  create collation app.names (provider = icu, locale = 'zh-u-co-pinyin-kn');
exception when feature_not_supported or invalid_parameter_value then
  -- A PostgreSQL that was built without ICU: by code point.
  create collation app.names from "C";
end
$$;
