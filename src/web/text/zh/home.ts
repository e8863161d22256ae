export const home = {
  title: '{{name}}，您好',
  sentence: '您在这里的权限角色是{{roles}}。',
  noRoles: '您还没有任何权限角色，可以请系统管理员为您分配。',
  and: '、',
  pages: '您可以打开的页面',
  nothing: '您暂时没有可以打开的页面。',
  'role.sales': '销售',
  'role.manager': '销售经理',
  'role.hr': '人力资源',
  'role.executive': '高管',
  'role.comp-admin': '绩效管理员',
  'role.admin': '系统管理员',
} as const
