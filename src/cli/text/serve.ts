/** Sentences of `heng serve`. */
export const serveZh = {
  'serve.about': '打开网页应用：在浏览器里使用全部功能（Ctrl-C 停止）',
  'serve.host': '监听的地址；0.0.0.0 让局域网里的人也能访问',
  'serve.port': '端口；不写时用 4600，被占用就用后面空闲的一个',
  'serve.new': '新建一个空的公司并打开，编号由小写字母、数字和连字符组成；已有这个公司就直接打开',
  'serve.log': '把每个请求写到标准错误输出，一行一条 JSON（不含密码、令牌和提交的内容）',
  'serve.trust-proxy': '前面有反向代理时用：相信它写的 X-Forwarded-* 请求头',
  'serve.bad-port': '0 到 65535 之间的整数',
  'serve.ready': '{company} 已打开：{url}',
  'serve.reference': '接口文档：{url}/docs',
  'serve.demo': '这是示例公司：在登录页选一个角色，就能进去看。',
  'serve.other-port': '端口 {wished} 已被占用，改用 {port}。',
  'serve.setup': '还没有管理员。用这个链接建立第一个（{minutes} 分钟内有效，只能用一次）：',
  'serve.no-pages': '没有找到网页文件，只有接口可用。运行 npm run build 生成网页。',
  'serve.open-to-network': '注意：同一网络里的人都能打开这个地址，而连接没有加密。正式使用时请在前面放一个 https 反向代理，并加 --trust-proxy。',
  'serve.stop': '按 Ctrl-C 停止。',
  'serve.stopped': '已停止。',
} as const

export const serveEn = {
  'serve.about': 'opens the web application: everything in the browser (Ctrl-C stops it)',
  'serve.host': 'address to listen on; 0.0.0.0 lets the network in',
  'serve.port': 'port; 4600 unless told, or the next free one where that is taken',
  'serve.new': 'begin an empty company and open it; its id is of lower-case letters, digits and hyphens. One that is there is opened',
  'serve.log': 'write every request to standard error, a line of JSON each (no passwords, tokens or bodies)',
  'serve.trust-proxy': 'behind a reverse proxy: believe the X-Forwarded-* headers it sets',
  'serve.bad-port': 'a whole number from 0 to 65535',
  'serve.ready': '{company} is open: {url}',
  'serve.reference': 'Reference of the API: {url}/docs',
  'serve.demo': 'This is the example company: choose a role on the sign-in page and look around.',
  'serve.other-port': 'Port {wished} is taken; using {port}.',
  'serve.setup': 'There is no administrator yet. Make the first one with this link (good for {minutes} minutes, once):',
  'serve.no-pages': 'The pages are not built; only the API answers. Build them with npm run build.',
  'serve.open-to-network':
    'Note: everybody on this network can open this address, and the connection is not encrypted. For real use put a reverse proxy with https before it, and add --trust-proxy.',
  'serve.stop': 'Ctrl-C stops it.',
  'serve.stopped': 'Stopped.',
} satisfies Record<keyof typeof serveZh, string>
