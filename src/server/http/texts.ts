import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What the API refuses before a feature is asked. */
export const httpTexts = {
  'http.not-signed-in': {
    zh: { say: '还没有登录，或登录已失效。', cure: '请重新登录。' },
    en: { say: 'You are not signed in, or your session has ended.', cure: 'Sign in again.' },
  },
  'http.forbidden': {
    zh: { say: '你没有做这件事的权限（{permission}）。', cure: '如果工作需要，请管理员授予相应的权限角色。' },
    en: { say: 'You are not allowed to do this ({permission}).', cure: 'If your work needs it, ask an administrator for a role that may.' },
  },
  'access.not-visible': {
    zh: { say: '没有这个人，或你看不到这个人。', cure: '核对编号；如果应该看到，请管理员检查你的权限范围和汇报关系。' },
    en: {
      say: 'There is no such person, or you may not see them.',
      cure: 'Check the id; if you should see them, ask an administrator to check your reach and the reporting line.',
    },
  },
  'http.cross-site': {
    zh: { say: '这个请求来自别的网站，没有执行。', cure: '请在本系统的页面里操作；程序调用请使用 API 密钥。' },
    en: { say: 'This request came from another site and was not carried out.', cure: 'Use the pages of this application; programs use an API key.' },
  },
  'http.not-found': {
    zh: { say: '没有这个地址：{path}。', cure: '核对地址；全部接口见 /docs。' },
    en: { say: 'There is nothing at {path}.', cure: 'Check the address; /docs lists the whole API.' },
  },
  'http.too-large': {
    zh: { say: '提交的内容超过 {limit} 字节。', cure: '分成几次提交；大量数据请用文件导入。' },
    en: { say: 'The request is larger than {limit} bytes.', cure: 'Send it in parts; large amounts of data are imported as files.' },
  },
  'http.bad-json': {
    zh: { say: '提交的内容不是正确的 JSON：{reason}。', cure: '检查括号、引号和逗号；键名不能是 __proto__ 或 constructor.prototype。' },
    en: { say: 'The body is not sound JSON: {reason}.', cure: 'Check brackets, quotes and commas; __proto__ and constructor.prototype are no names of fields.' },
  },
  'http.too-deep': {
    zh: { say: '提交的 JSON 嵌套超过 {limit} 层。', cure: '检查是否生成有误；正常的文档不会这么深。' },
    en: { say: 'The JSON is nested more than {limit} levels deep.', cure: 'See whether it was generated wrongly; no document is that deep.' },
  },
  'http.bad-text': {
    zh: { say: '文本里有不能保存的字符（空字符或不完整的字符）。', cure: '删掉这个字符再提交。' },
    en: { say: 'A text holds a character that cannot be kept (NUL, or half a character).', cure: 'Remove it and send again.' },
  },
  'http.media-type': {
    zh: { say: '不接受这种内容类型：{type}。', cure: '用 application/json；上传文件用 multipart/form-data。' },
    en: { say: 'The content type {type} is not taken.', cure: 'Send application/json; files are sent as multipart/form-data.' },
  },
  'http.no-file': {
    zh: { say: '没有收到文件。', cure: '选好文件再上传（multipart/form-data，字段名 file）。' },
    en: { say: 'No file was received.', cure: 'Choose a file and send it again (multipart/form-data, field file).' },
  },
  'http.bad-request': {
    zh: { say: '请求不完整或写法不对：{reason}。', cure: '核对请求后重试；接口的写法见 /docs。' },
    en: { say: 'The request is incomplete or badly written: {reason}.', cure: 'Check the request and try again; /docs shows how it is written.' },
  },
  'http.invalid': {
    zh: { say: '提交的内容有 {count} 处不对。', cure: '按下面逐条改正后再提交。' },
    en: { say: '{count} {count|thing is|things are} wrong with the request.', cure: 'Mend what is listed and send it again.' },
  },
  'http.field-missing': {
    zh: { say: '缺少“{field}”。', cure: '补上它，应当是{expected}。' },
    en: { say: '“{field}” is missing.', cure: 'Give it: {expected}.' },
  },
  'http.field-type': {
    zh: { say: '“{field}”应当是{expected}。', cure: '改成{expected}。' },
    en: { say: '“{field}” must be {expected}.', cure: 'Make it {expected}.' },
  },
  'http.field-unknown': {
    zh: { say: '没有名为“{field}”的字段。', cure: '删掉它，或核对写法。' },
    en: { say: 'There is no field “{field}”.', cure: 'Remove it, or check its spelling.' },
  },
  'http.field-choice': {
    zh: { say: '“{field}”不能是这个值。', cure: '可以写：{known}。' },
    en: { say: '“{field}” cannot have this value.', cure: 'It can be: {known}.' },
  },
  'http.field-small': {
    zh: { say: '“{field}”太小或太短。', cure: '至少 {limit}。' },
    en: { say: '“{field}” is too small or too short.', cure: 'At least {limit}.' },
  },
  'http.field-large': {
    zh: { say: '“{field}”太大或太长。', cure: '至多 {limit}。' },
    en: { say: '“{field}” is too large or too long.', cure: 'At most {limit}.' },
  },
  'http.field-format': {
    zh: { say: '“{field}”的写法不对。', cure: '应当是{expected}。' },
    en: { say: '“{field}” is not written as it should be.', cure: 'Write {expected}.' },
  },
  'http.field-other': {
    zh: { say: '“{field}”不对：{reason}。', cure: '改正后再提交；写法见 /docs。' },
    en: { say: '“{field}” is wrong: {reason}.', cure: 'Mend it and send again; /docs shows how it is written.' },
  },
  'http.bad-page': {
    zh: { say: '翻页标记不对。', cure: '用上一页回答里的 next，或去掉 after 从头开始。' },
    en: { say: 'This is not the mark of a page.', cure: 'Use `next` of the page before, or leave out `after` to begin again.' },
  },
  'http.changed-meanwhile': {
    zh: { say: '在你编辑期间，别人已经改过（现在是第 {version} 版）。', cure: '重新打开，看过新内容后再改。' },
    en: { say: 'Somebody changed it while you were editing (it is version {version} now).', cure: 'Open it again, look at what is new, and repeat your change.' },
  },
  'http.if-match-missing': {
    zh: { say: '没有说明改的是哪一版。', cure: '把读取时得到的 ETag 放进 If-Match。' },
    en: { say: 'The request does not say which version it changes.', cure: 'Send the ETag you read as If-Match.' },
  },
  'http.bad-idempotency-key': {
    zh: { say: 'Idempotency-Key 写法不对。', cure: '用 1 到 {limit} 个可见的 ASCII 字符，例如 UUID。' },
    en: { say: 'The Idempotency-Key cannot be used.', cure: 'Use 1 to {limit} visible ASCII characters, such as a UUID.' },
  },
  'http.idempotency-differs': {
    zh: { say: '这个 Idempotency-Key 已经用在另一个请求上。', cure: '每个新请求用一个新的 Idempotency-Key。' },
    en: { say: 'This Idempotency-Key belongs to another request.', cure: 'Use a new Idempotency-Key for every new request.' },
  },
  'http.throttled': {
    zh: { say: '请求太频繁。', cure: '{seconds} 秒后再试。' },
    en: { say: 'Too many requests.', cure: 'Try again in {seconds} {seconds|second|seconds}.' },
  },
  'serve.port-taken': {
    zh: { say: '端口 {port} 已被别的程序占用。', cure: '换一个端口：heng serve --port 4700；或者先停掉占用它的程序。' },
    en: { say: 'Port {port} is taken by another program.', cure: 'Choose another one: heng serve --port 4700; or stop the program that has it.' },
  },
  'serve.port-forbidden': {
    zh: { say: '不允许使用端口 {port}。', cure: '1024 以下的端口需要管理员权限；换一个，例如 --port 4600。' },
    en: { say: 'Port {port} may not be used.', cure: 'Ports below 1024 need an administrator; choose another, such as --port 4600.' },
  },
  'serve.host-unknown': {
    zh: { say: '这台机器没有地址 {host}。', cure: '本机用 --host 127.0.0.1；让局域网访问用 --host 0.0.0.0。' },
    en: { say: 'This machine has no address {host}.', cure: 'Use --host 127.0.0.1 for this machine alone, --host 0.0.0.0 for the network.' },
  },
  internal: {
    zh: { say: '出了意外的错误，编号 {id}。没有保存任何改动。', cure: '请重试；如果还是这样，把编号告诉管理员，日志里能查到。' },
    en: {
      say: 'Something unexpected went wrong; its number is {id}. Nothing was changed.',
      cure: 'Try again; if it happens again, tell an administrator the number: the log holds the details.',
    },
  },
} satisfies TextCatalogue
