import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What sign-in, users and their rights refuse. */
export const accessTexts = {
  'access.sign-in-failed': {
    zh: { say: '登录名或密码不对。', cure: '检查大小写和输入法；忘了密码，请管理员发一个重设链接。' },
    en: { say: 'The login or the password is wrong.', cure: 'Check capitals and the keyboard; if you forgot the password, ask an administrator for a link to choose a new one.' },
  },
  'access.throttled': {
    zh: { say: '密码连续输错，需要等 {seconds} 秒。', cure: '过 {seconds} 秒再试；忘了密码，请管理员发一个重设链接。' },
    en: {
      say: 'The password was wrong several times; wait {seconds} {seconds|second|seconds}.',
      cure: 'Try again after that; if you forgot the password, ask an administrator for a link to choose a new one.',
    },
  },
  'access.wrong-password': {
    zh: { say: '原来的密码不对。', cure: '输入现在用的密码，再设新密码。' },
    en: { say: 'The present password is wrong.', cure: 'Enter the password you use now, then the new one.' },
  },
  'access.link-spent': {
    zh: { say: '这个链接已经用过、已过期或不存在。', cure: '请管理员再发一个；管理员可以在服务器上运行 heng sign-in-link。' },
    en: { say: 'This link was used before, is too old, or never was.', cure: 'Ask an administrator for a new one; on the server, heng sign-in-link makes one.' },
  },
  'access.link-needs': {
    zh: { say: '这个链接还需要填写：{fields}。', cure: '填好再提交；链接还没有用掉。' },
    en: { say: 'This link needs more: {fields}.', cure: 'Fill that in and send it again; the link is not used up.' },
  },
  'access.already-set-up': {
    zh: { say: '第一位管理员已经有了。', cure: '用已有的登录名登录；进不去就在服务器上运行 heng sign-in-link 登录名。' },
    en: { say: 'The first administrator has been made already.', cure: 'Sign in with the login there is; if you cannot, run heng sign-in-link LOGIN on the server.' },
  },
  'access.no-demo': {
    zh: { say: '只有示例公司可以不用密码、换着角色看。', cure: '请用自己的登录名登录。' },
    en: { say: 'Only the demo company can be looked at as any role without a password.', cure: 'Sign in with your own login.' },
  },
  'access.demo-forbidden': {
    zh: { say: '示例用户是虚构的，不能改登录信息，也不能发密钥。', cure: '在自己的公司里这些都可以用。' },
    en: { say: 'The users of the demo company are made up: they have no password to change and no keys.', cure: 'In a company of your own all of this works.' },
  },
  'access.session-wanted': {
    zh: { say: '这件事只能登录后在页面上做，不能用 API 密钥。', cure: '用浏览器登录后再做。' },
    en: { say: 'This is for people who are signed in, not for API keys.', cure: 'Sign in with a browser and do it there.' },
  },
  'access.password-short': {
    zh: { say: '密码太短。', cure: '至少 {least} 个字符；几个不相干的词连起来最好记，也最安全。' },
    en: { say: 'The password is too short.', cure: 'Use at least {least} characters; a few words that have nothing to do with each other are easy to remember and safe.' },
  },
  'access.password-long': {
    zh: { say: '密码太长。', cure: '至多 {most} 个字符。' },
    en: { say: 'The password is too long.', cure: 'Use at most {most} characters.' },
  },
  'access.password-digits': {
    zh: { say: '只有数字的密码容易被猜到，手机号、生日和证件号尤其如此。', cure: '加上字词；只用数字时至少要 {least} 位。' },
    en: { say: 'A password of digits alone is easily guessed, above all telephone numbers and dates.', cure: 'Add words; of digits alone it takes at least {least}.' },
  },
  'access.password-common': {
    zh: { say: '这个密码太常见，会最先被人试到。', cure: '换一个别人想不到的，例如几个不相干的词连起来；在常见密码后面加几位数字不够。' },
    en: {
      say: 'This password is so common that it is among the first to be tried.',
      cure: 'Choose one nobody thinks of, such as a few unrelated words; a common one with some digits behind it is not enough.',
    },
  },
  'access.password-own-name': {
    zh: { say: '密码里几乎只有你的登录名、姓名或邮箱。', cure: '换一个别人猜不到的。' },
    en: { say: 'The password is little more than your login, your name or your e-mail address.', cure: 'Choose one that others cannot guess.' },
  },
  'access.login-invalid': {
    zh: { say: '“{login}”不能作登录名。', cure: '1 到 {most} 个字符，中间不能有空格。' },
    en: { say: '“{login}” cannot be a login.', cure: 'Use 1 to {most} characters without white space.' },
  },
  'access.login-taken': {
    zh: { say: '登录名“{login}”已经有人用了。', cure: '换一个登录名。' },
    en: { say: 'The login “{login}” is taken.', cure: 'Choose another.' },
  },
  'access.email-taken': {
    zh: { say: '邮箱 {email} 已经是用户“{login}”的。', cure: '每位用户用自己的邮箱；统一登录按邮箱认人。' },
    en: {
      say: 'The e-mail address {email} belongs to the user “{login}” already.',
      cure: 'Give every user their own address; people are recognised by it when they sign in through another service.',
    },
  },
  'access.employee-taken': {
    zh: { say: '员工 {employee} 已经有用户“{login}”。', cure: '一名员工对应一个用户；改用已有的用户，或先把它与员工分开。' },
    en: { say: 'The employee {employee} is the user “{login}” already.', cure: 'An employee is one user: use that one, or take the employee off it first.' },
  },
  'access.employee-unknown': {
    zh: { say: '没有编号为 {employee} 的员工。', cure: '先导入人员，或核对编号。' },
    en: { say: 'There is no employee {employee}.', cure: 'Import the people first, or check the id.' },
  },
  'access.dates-reversed': {
    zh: { say: '结束日期 {until} 不晚于开始日期 {from}。', cure: '结束日期当天不算在内，至少晚一天。' },
    en: { say: 'It ends on {until}, which is not after {from}.', cure: 'The last day is not included: give a day at least one later.' },
  },
  'access.last-admin': {
    zh: { say: '这是最后一位长期有效的管理员。', cure: '先给另一位用户不限期的管理员角色。' },
    en: { say: 'This is the last administrator for good.', cure: 'Give the role without an end to another user first.' },
  },
  'access.own-rights': {
    zh: { say: '不能给自己增减权限。', cure: '请另一位管理员来做，这样每次变更都有两个人知道。' },
    en: { say: 'Nobody changes their own rights.', cure: 'Ask another administrator, so that two people know of it.' },
  },
  'access.scopes-beyond': {
    zh: { say: '密钥的范围超出了你自己的权限：{permissions}。', cure: '去掉这些范围。' },
    en: { say: 'The key would reach further than you: {permissions}.', cure: 'Leave these scopes out.' },
  },
  'access.delegation-beyond': {
    zh: { say: '这些权限不能代理，或委托人自己没有：{permissions}。', cure: '去掉它们。' },
    en: { say: 'These permissions cannot be handed on, or are not theirs: {permissions}.', cure: 'Leave them out.' },
  },
  'access.delegation-self': {
    zh: { say: '委托人和代理人是同一个人。', cure: '选另一位代理人。' },
    en: { say: 'Somebody would stand in for themselves.', cure: 'Choose somebody else.' },
  },
  'access.delegation-empty': {
    zh: { say: '委托人没有可以代理的权限。', cure: '先给委托人权限角色。' },
    en: { say: 'There is nothing to hand on: the person has no rights of their own.', cure: 'Give them a role first.' },
  },
  'access.too-long': {
    zh: { say: '期限太长：至多 {days} 天。', cure: '缩短期限；到期前可以再续。' },
    en: { say: 'That is too long: at most {days} days.', cure: 'Make it shorter; it can be renewed before it ends.' },
  },
  'access.in-the-past': {
    zh: { say: '{until} 已经过去了。', cure: '写今天之后的日期。' },
    en: { say: '{until} is over already.', cure: 'Give a day after today.' },
  },
  'access.too-many-keys': {
    zh: { say: '一位用户至多有 {most} 个密钥。', cure: '先撤销不用的。' },
    en: { say: 'One user has at most {most} keys.', cure: 'Revoke those that are not used.' },
  },
  'user.unknown': {
    zh: { say: '没有这位用户。', cure: '在用户列表里核对。' },
    en: { say: 'There is no such user.', cure: 'Look at the list of users.' },
  },
  'user-role.unknown': {
    zh: { say: '这位用户没有这个角色，或已经收回。', cure: '刷新后再看。' },
    en: { say: 'The user does not have this role, or it was taken back.', cure: 'Look again.' },
  },
  'session.unknown': {
    zh: { say: '没有这次登录，或它已经结束。', cure: '刷新后再看。' },
    en: { say: 'There is no such session, or it is over.', cure: 'Look again.' },
  },
  'key.unknown': {
    zh: { say: '没有这个密钥，或已经撤销。', cure: '刷新后再看。' },
    en: { say: 'There is no such key, or it was revoked.', cure: 'Look again.' },
  },
  'delegation.unknown': {
    zh: { say: '没有这项代理，或它已经结束。', cure: '刷新后再看。' },
    en: { say: 'There is no such delegation, or it is over.', cure: 'Look again.' },
  },
  'access.oidc-off': {
    zh: { say: '没有设置统一登录。', cure: '用登录名和密码登录；管理员可设环境变量 HENG_OIDC_ISSUER、HENG_OIDC_CLIENT_ID、HENG_OIDC_CLIENT_SECRET。' },
    en: {
      say: 'No other sign-in service is set up.',
      cure: 'Sign in with login and password; an administrator sets HENG_OIDC_ISSUER, HENG_OIDC_CLIENT_ID and HENG_OIDC_CLIENT_SECRET.',
    },
  },
  'access.oidc-failed': {
    zh: { say: '统一登录没有成功：{reason}。', cure: '再试一次；仍不行请管理员看服务日志。' },
    en: { say: 'Signing in through the other service did not work: {reason}.', cure: 'Try again; if it keeps failing, an administrator finds more in the log.' },
  },
  'access.oidc-stale': {
    zh: { say: '统一登录等得太久，或不是从这个浏览器开始的。', cure: '回到登录页再点一次。' },
    en: { say: 'Signing in took too long, or was not begun in this browser.', cure: 'Go back to the sign-in page and begin again.' },
  },
  'access.oidc-nobody': {
    zh: { say: '统一登录认得你，但这里没有邮箱相同的用户。', cure: '请管理员用你的邮箱建一个用户；邮箱须经统一登录验证。' },
    en: {
      say: 'The other service knows you, but no user here has your e-mail address.',
      cure: 'Ask an administrator to make a user with it; the service must have verified the address.',
    },
  },
  'access.oidc-incomplete': {
    zh: { say: '统一登录的设置不全，缺 {missing}。', cure: '三个环境变量要一起设，或都不设。' },
    en: { say: 'The settings of the other sign-in service are incomplete: {missing} is missing.', cure: 'Set all three environment variables, or none.' },
  },
  'access.origin-invalid': {
    zh: { say: 'HENG_URL 不是网址：{address}。', cure: '写浏览器里看到的地址，例如 https://heng.example。' },
    en: { say: 'HENG_URL is no address: {address}.', cure: 'Give the address that browsers show, such as https://heng.example.' },
  },
  'access.http-issuer': {
    zh: { say: '统一登录的地址 {issuer} 不是 https。', cure: '改用 https 地址；http 只能用于本机试验。' },
    en: { say: 'The address {issuer} of the other sign-in service is not https.', cure: 'Use an https address; http is for trials on this machine alone.' },
  },
  'access.login-wanted': {
    zh: { say: '有好几位用户，不知道给谁：{logins}。', cure: '写明登录名：heng sign-in-link 登录名。' },
    en: { say: 'There are several users: {logins}.', cure: 'Say whose link it is: heng sign-in-link LOGIN.' },
  },
  'access.login-unknown': {
    zh: { say: '没有登录名为“{login}”的用户，或已停用。', cure: '核对登录名；现有的有：{logins}。' },
    en: { say: 'There is no user “{login}”, or they are disabled.', cure: 'Check the login; there are: {logins}.' },
  },
} satisfies TextCatalogue
