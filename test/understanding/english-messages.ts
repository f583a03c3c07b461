/** What English-speaking customers write, from one word to a paragraph; none of it is Korean on the wrong keyboard. */
export const ENGLISH_MESSAGES: readonly string[] = `
hi
hello
Hello!
hey there
yo
ok
okay
OK
sim
SIM
usim
eSIM
help
help me
HELP
sorry
thanks
thx
ty
pls help
please
yes
no
nope
yep
sure
maybe
bye
good night
agent
human
doctor
spam
scam
virus
sick
visit
social
society
foreign
foreigner
always
city
duty
dirty
theory
shock
shame
six
fifty
forty
rush
goal
god
OMG
wtf
fuck
wow
so so
so what
do so
go on
who
how
why
when
where
what
what?
which one
the first one
the second
2nd
two
none
never
soon
today
friday
monday
refund
refund?
refunds
fee
fees
fine
fraud
hack
hacked
hackers
leak
leaked
data
roaming
bill
billing
charge
charges
cancel
cancelled
stop
restart
back
again
repeat
skip
next
deadline
dates
status
money
cash
credit
card
bank
lawsuit
lawyer
court
police
privacy
security
password
passport
address
name
names
number
phone
phones
tablet
watch
internet
wifi
tv
netflix
disney
tving
coffee
movie
coupon
insurance
compensation
free
gift
air
airport
travel
army
hospital
abroad
sick leave
doctor visit
foreign citizen
social security
special theory
city of fish
dirty tricks
this is a shame
shame on you
what a shock
so sick of this
spend and suspend
suspend my line
suspended?
quality of service
authentic or fake
is this authentic
confidential
confidential info
difficulty
author
authority
authorities
quantity
rural area
downtown shop
dusty old phone
dual sim
dual sim phone
GPS
DNA
SOS
ATM
PIN code
qr code
id card
id theft
kt
KT
kt sim
KT USIM
skt
SKT hack
LG U+
Coupang leak
my kt line
kt refund when
kt fee waiver?
who do i call
how do I apply
how long
how much
how come
what now
what should i do now
am i affected
was i hacked
is my number leaked
did my password leak
can i still get the waiver
do i qualify
when does it end
when is the deadline
where do i change my usim
where is the nearest shop
which shops have stock
who is responsible
who was arrested
why so late
why two weeks
will i get my money back
i want a human
i want to speak to an agent
connect me to a person
call me back
i left in october
I cancelled on 3 October
i moved to skt
i switched to lg
i came back to kt
i am in the army
i was in hospital
I was abroad in december
my mother is 80
my dad has a kt phone
my kids watch
my son is 12
it is my wife's line
i have an mvno line
i'm prepaid
budget carrier
not yet
no idea
i don't know
i dont remember
dunno
idk
idc
lol
haha
hmm
umm
uh
asap
fyi
btw
tbh
rly?
srsly
u there?
r u a bot
are you a robot
who are you
you are useless
this is ridiculous
worst company ever
shut up
go away
leave me alone
thank you so much
cheers mate
good job
see you
have a nice day
test
testing
asdf
qwerty
hjkl
abc
aaa
xyz
John
Kim
Park Jisoo
Seoul
Busan
Gwangmyeong
Suwon city
Ruth Clark
Chen
Sudan
Russian
Dutch
Thai
`
  .trim()
  .split("\n");
