-- When a picture is fetched again: after a week, or sooner if there was none.
alter table client_logo add column due_at timestamp with time zone default current_timestamp not null;

-- What opens this server's own API for a person's applications; no API of anybody else's.
insert into scope (name, resource, title, description, risk, optional, localized) values
	('account:apps:read', null, 'See your connected apps',
	'Which applications have access to your account, since when and what for, and your receipts', 'medium', true, '{
	"title#de": "Ihre verbundenen Anwendungen sehen",
	"description#de": "Welche Anwendungen Zugriff auf Ihr Konto haben, seit wann und worauf, und Ihre Belege",
	"title#fr": "Voir vos applications connectées",
	"description#fr": "Quelles applications ont accès à votre compte, depuis quand et à quoi, ainsi que vos reçus",
	"title#es": "Ver sus aplicaciones conectadas",
	"description#es": "Qué aplicaciones tienen acceso a su cuenta, desde cuándo y a qué, y sus comprobantes",
	"title#ja": "連携アプリを見る",
	"description#ja": "あなたのアカウントにアクセスできるアプリ、その開始日と内容、および控えが含まれます",
	"title#ar": "الاطلاع على تطبيقاتك المتصلة",
	"description#ar": "التطبيقات التي لها وصول إلى حسابك ومنذ متى ولأي غرض، وإيصالاتك"
}'),
	('account:apps:write', null, 'Take back what you allowed applications',
	'End, shorten or narrow the access of any application to your account, and never widen it', 'high', true, '{
	"title#de": "Anwendungen entziehen, was Sie ihnen erlaubt haben",
	"description#de": "Den Zugriff jeder Anwendung auf Ihr Konto beenden, verkürzen oder einschränken, aber nie erweitern",
	"title#fr": "Reprendre ce que vous avez autorisé aux applications",
	"description#fr": "Mettre fin à l’accès de toute application à votre compte, l’écourter ou le restreindre, mais jamais l’étendre",
	"title#es": "Retirar lo que permitió a las aplicaciones",
	"description#es": "Terminar, acortar o limitar el acceso de cualquier aplicación a su cuenta, pero nunca ampliarlo",
	"title#ja": "アプリへの許可を取り消す",
	"description#ja": "あらゆるアプリのアカウントへのアクセスを終了、短縮、縮小します。広げることはありません",
	"title#ar": "سحب ما سمحت به للتطبيقات",
	"description#ar": "إنهاء وصول أي تطبيق إلى حسابك أو تقصيره أو تضييقه، دون توسيعه أبدًا"
}');
