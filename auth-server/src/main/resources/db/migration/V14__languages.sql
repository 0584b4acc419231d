-- The scopes that always exist, in the languages that the pages speak.
update scope set localized = '{
	"title#de": "Sie anmelden",
	"description#de": "Erfahren, welches Konto Ihnen gehört",
	"title#fr": "Vous connecter",
	"description#fr": "Savoir quel compte est le vôtre",
	"title#es": "Iniciar su sesión",
	"description#es": "Saber qué cuenta es la suya",
	"title#ja": "ログインに使う",
	"description#ja": "どのアカウントがあなたのものかを確認します",
	"title#ar": "تسجيل دخولك",
	"description#ar": "معرفة الحساب الذي يخصك"
}' where name = 'openid';

update scope set localized = '{
	"title#de": "Ihr Profil sehen",
	"description#de": "Ihr Name, Benutzername, Bild, Ihre Website, Sprache und Zeitzone",
	"title#fr": "Voir votre profil",
	"description#fr": "Vos nom, nom d’utilisateur, photo, site web, langue et fuseau horaire",
	"title#es": "Ver su perfil",
	"description#es": "Su nombre, nombre de usuario, foto, sitio web, idioma y zona horaria",
	"title#ja": "プロフィールを見る",
	"description#ja": "お名前、ユーザー名、写真、ウェブサイト、言語、タイムゾーンが含まれます",
	"title#ar": "الاطلاع على ملفك الشخصي",
	"description#ar": "اسمك واسم المستخدم وصورتك وموقعك على الويب ولغتك ومنطقتك الزمنية"
}' where name = 'profile';

update scope set localized = '{
	"title#de": "Ihre E-Mail-Adresse sehen",
	"description#de": "Ihre Adresse und ob sie bestätigt wurde",
	"title#fr": "Voir votre adresse e-mail",
	"description#fr": "Votre adresse, et si elle a été vérifiée",
	"title#es": "Ver su dirección de correo electrónico",
	"description#es": "Su dirección y si se ha verificado",
	"title#ja": "メールアドレスを見る",
	"description#ja": "アドレスと、確認済みかどうかが含まれます",
	"title#ar": "الاطلاع على بريدك الإلكتروني",
	"description#ar": "عنوان بريدك وما إذا جرى التحقق منه"
}' where name = 'email';

update scope set localized = '{
	"title#de": "Ihre Postanschrift sehen",
	"description#de": "Straße, Ort und Land",
	"title#fr": "Voir votre adresse postale",
	"description#fr": "Rue, localité et pays",
	"title#es": "Ver su dirección postal",
	"description#es": "Calle, localidad y país",
	"title#ja": "住所を見る",
	"description#ja": "番地、市区町村、国が含まれます",
	"title#ar": "الاطلاع على عنوانك البريدي",
	"description#ar": "الشارع والمدينة والبلد"
}' where name = 'address';

update scope set localized = '{
	"title#de": "Ihre Telefonnummer sehen",
	"description#de": "Ihre Nummer und ob sie bestätigt wurde",
	"title#fr": "Voir votre numéro de téléphone",
	"description#fr": "Votre numéro, et s’il a été vérifié",
	"title#es": "Ver su número de teléfono",
	"description#es": "Su número y si se ha verificado",
	"title#ja": "電話番号を見る",
	"description#ja": "番号と、確認済みかどうかが含まれます",
	"title#ar": "الاطلاع على رقم هاتفك",
	"description#ar": "رقمك وما إذا جرى التحقق منه"
}' where name = 'phone';

update scope set localized = '{
	"title#de": "Den Zugriff behalten, wenn Sie nicht da sind",
	"description#de": "Weiter nutzen, was Sie hier erlauben, bis Sie es zurücknehmen",
	"title#fr": "Conserver l’accès en votre absence",
	"description#fr": "Continuer à utiliser ce que vous autorisez ici, jusqu’à ce que vous y mettiez fin",
	"title#es": "Mantener el acceso cuando no esté presente",
	"description#es": "Seguir usando lo que permita aquí hasta que usted lo retire",
	"title#ja": "ご不在のあいだもアクセスを続ける",
	"description#ja": "ここで許可した内容を、取り消されるまで使い続けます",
	"title#ar": "الاحتفاظ بالوصول في غيابك",
	"description#ar": "مواصلة استخدام ما تسمح به هنا إلى أن تسحبه"
}' where name = 'offline_access';
