/**
 * Words that passwords are commonly made of, in lower case: from the lists of leaked passwords published since 2010 (RockYou, CSDN, Tianya), among them
 * the habits of Chinese users: 我爱你 and 一生一世 in letters and figures, pinyin of common words. A password that is little more than one of these is refused.
 */
const WORDS = `
password passw0rd p@ssw0rd p@ssword passwort pa55word letmein welcome welcome1 iloveyou monkey dragon sunshine princess football baseball basketball superman batman
master michael jordan shadow killer trustno1 starwars whatever freedom qwerty qwertyuiop qwert asdfgh asdfghjkl asdf zxcvbnm zxcvbn zxcv 1qaz2wsx 1qaz2wsx3edc qazwsx qazwsxedc
q1w2e3r4 q1w2e3r4t5 1q2w3e4r 1q2w3e4r5t zaq12wsx qwe123 qweasd qweasdzxc asd123 abc123 abcd1234 a1b2c3 a1b2c3d4 aa123456 a123456 a12345 123qwe 123abc 123456 1234567 12345678
123456789 1234567890 0987654321 987654321 87654321 7654321 654321 54321 12345 123123 123321 112233 121212 147258 147258369 159357 159753 789456 789456123 741852963 963852741 456789
111111 000000 222222 333333 444444 555555 666666 777777 888888 999999 11111111 00000000 88888888 66666666 admin administrator root guest login secret access test tester testing
default changeme change-me temp temporary system manager user superuser server computer internet google facebook microsoft windows apple android iphone samsung huawei xiaomi
tencent alibaba taobao alipay weixin wechat weibo baidu qq360 hello hello123 charlie jennifer hunter thomas summer winter spring autumn monday friday january company office
sales salesforce boss money dollar business china beijing shanghai shenzhen guangzhou hangzhou chengdu nanjing wuhan tianjin chongqing zhongguo zhonghua dongfang
woaini woaini1314 woaini520 woaini521 woaini123 woainima woaiwojia woaizhongguo woaiwo woaini1234 aini1314 aini520 ainiyiwannian iloveyou1314 iloveu loveyou loveu love1314 love520
5201314 1314520 520520 5211314 13145200 7758521 7758258 1314521 5203344 3344520 3344521 584520 584521 1314 520 521 shengrikuaile gongxifacai facai fafafa xinnian
xinnianhao kuaile xingfu wanshiruyi yiqie yishunfengshun yilupingan pingan jiankang mima mima123 wodemima mimashi mimamima nihao nihao123 nihaoma nimei caonima wangba zhangsan lisi wangwu
baobao baobei laopo laogong qinaide tianshi gege jiejie didi meimei mama baba mamababa woshishui woshiwo woshini woshitiancai dashabi shagua haizi meinv shuaige gongsi laoban yewu xiaoshou
zhongqiu guoqing chunjie dearbook xiaoming xiaohong xiaoxiao xiaobai wangjing zhangwei wangwei liwei zhangli wangfang iloveyou520 asdasd asdasdasd qweqwe zxczxc qqqqqq aaaaaa abcabc abcdef abcdefg
abcdefgh abcdefghij q123456 w123456 z123456 x123456 s123456 l123456 wang123 zhang123 li123456 qq123456 as123456 zz123456 asd123456 qwe123456 abc123456 woaini123456 123456abc 123456a 123456q
`

/** The longest first: of two that are in a password, the longer says more about it. */
export const COMMON_WORDS: readonly string[] = [
  ...new Set(
    WORDS.toLowerCase()
      .split(/\s+/)
      .filter((word) => word !== ''),
  ),
].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
