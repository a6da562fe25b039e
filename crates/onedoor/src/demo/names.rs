//! Names as they are written in Poland, Romania, and among those who moved there.
//!
//! Polish and Russian surnames bend with gender, Romanian and English ones do not: “Kowalski/Kowalska” is a man's
//! form and a woman's, “Nowak” is both.

/// A man's form and a woman's.
pub type Surname = (&'static str, &'static str);

/// The names of one language, each list a text.
pub struct Names {
    women: &'static str,
    men: &'static str,
    surnames: &'static str,
}

impl Names {
    pub fn women(&self) -> Vec<&'static str> {
        self.women.split_whitespace().collect()
    }

    pub fn men(&self) -> Vec<&'static str> {
        self.men.split_whitespace().collect()
    }

    pub fn surnames(&self) -> Vec<Surname> {
        let both = |name: &'static str| name.split_once('/').unwrap_or((name, name));
        self.surnames.split_whitespace().map(both).collect()
    }
}

pub const POLISH: Names = Names {
    women: "\
        Agata Agnieszka Aleksandra Alicja Anna Barbara Beata Dorota Ewa Gabriela Hanna Iwona \
        Joanna Julia Justyna Kamila Karolina Katarzyna Kinga Magdalena Małgorzata Maria Marta \
        Monika Natalia Oliwia Paulina Sylwia Weronika Wiktoria Zofia Zuzanna Żaneta Lucyna",
    men: "\
        Adam Andrzej Bartosz Damian Dawid Filip Grzegorz Jacek Jakub Jan Kamil Karol Krzysztof \
        Łukasz Maciej Marcin Marek Mateusz Michał Mikołaj Paweł Piotr Przemysław Rafał Robert \
        Sebastian Stanisław Szymon Tomasz Wojciech Zbigniew",
    surnames: "\
        Kowalski/Kowalska Wiśniewski/Wiśniewska Kamiński/Kamińska Lewandowski/Lewandowska \
        Zieliński/Zielińska Szymański/Szymańska Dąbrowski/Dąbrowska Kozłowski/Kozłowska \
        Jankowski/Jankowska Kwiatkowski/Kwiatkowska Piotrowski/Piotrowska Grabowski/Grabowska \
        Pawłowski/Pawłowska Michalski/Michalska Jabłoński/Jabłońska Majewski/Majewska \
        Olszewski/Olszewska Jaworski/Jaworska Malinowski/Malinowska Górski/Górska \
        Witkowski/Witkowska Rutkowski/Rutkowska Zawadzki/Zawadzka Sawicki/Sawicka \
        Wysocki/Wysocka Górecki/Górecka Sobczyński/Sobczyńska Nowak Wójcik Woźniak Mazur \
        Krawczyk Kaczmarek Zając Król Wieczorek Stępień Dudek Pawlak Gołąb Bąk Kołodziej Sroka \
        Biały/Biała Cichy/Cicha",
};

pub const ROMANIAN: Names = Names {
    women: "\
        Adriana Alexandra Alina Ana Ana-Maria Anca Andreea Bianca Carmen Corina Cristina \
        Daniela Diana Elena Gabriela Georgiana Ilinca Ioana Irina Laura Loredana Mădălina \
        Maria Mihaela Oana Raluca Roxana Simona Ștefania Teodora",
    men: "\
        Adrian Alexandru Andrei Bogdan Călin Cătălin Ciprian Cosmin Cristian Dan Darius Dragoș \
        Florin Gabriel George Horațiu Ionuț Laurențiu Liviu Lucian Marius Mihai Ovidiu Răzvan \
        Sergiu Sorin Ștefan Tudor Vlad Victor",
    surnames: "\
        Albu Bălan Barbu Bucur Ciobanu Constantinescu Cozma Crăciun Cristea Diaconu Dinu Dobre \
        Dumitrescu Enache Filip Florea Georgescu Gheorghiu Iancu Ionescu Lazăr Luca Lungu \
        Manole Marin Matei Mocanu Moldovan Mureșan Neagu Nistor Oprea Păun Pop Popa Popescu \
        Roșu Rusu Sandu Stan Stoica Șerban Toma Țăranu Ungureanu Vasile Voicu",
};

pub const RUSSIAN: Names = Names {
    women: "\
        Анна Анастасия Вера Дарья Екатерина Елена Ирина Ксения Мария Надежда Наталья Ольга \
        Светлана Татьяна Юлия",
    men: "\
        Александр Алексей Андрей Артём Виктор Дмитрий Евгений Иван Игорь Максим Михаил Николай \
        Олег Павел Сергей",
    surnames: "\
        Соколов/Соколова Морозов/Морозова Волков/Волкова Лебедев/Лебедева Козлов/Козлова \
        Новиков/Новикова Орлов/Орлова Макаров/Макарова Никитин/Никитина Фомин/Фомина \
        Ильин/Ильина Чернявский/Чернявская Рудницкий/Рудницкая Белоусов/Белоусова Бондаренко \
        Шевченко Мельник Щукин/Щукина",
};

pub const ENGLISH: Names = Names {
    women: "\
        Alice Charlotte Claire Emily Grace Hannah Jessica Laura Olivia Rachel Sophie",
    men: "\
        Andrew Ben Daniel George Henry Jack James Matthew Oliver Thomas William",
    surnames: "\
        Bennett Brooks Carter Clarke Evans Fletcher Hughes Kelly Murphy O’Connor Parker Reed \
        Turner Walsh Wright",
};

/// The name in plain Latin letters, as people make their e-mail addresses of it.
pub fn latin(name: &str) -> String {
    name.chars().flat_map(char::to_lowercase).map(latin_letter).collect()
}

/// Nothing for what is no letter (an apostrophe, a soft sign).
fn latin_letter(letter: char) -> &'static str {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyz";
    if let Some(at) = PLAIN.find(letter) {
        return &PLAIN[at..=at];
    }
    match letter {
        'ą' | 'ă' | 'â' | 'а' => "a",
        'ć' => "c",
        'ę' | 'е' | 'э' => "e",
        'ł' | 'л' => "l",
        'ń' | 'н' => "n",
        'ó' | 'о' => "o",
        'ś' | 'ș' | 'с' => "s",
        'ź' | 'ż' | 'з' => "z",
        'î' | 'и' => "i",
        'ț' | 'т' => "t",
        'б' => "b",
        'в' => "v",
        'г' => "g",
        'д' => "d",
        'ё' => "yo",
        'ж' => "zh",
        'й' | 'ы' => "y",
        'к' => "k",
        'м' => "m",
        'п' => "p",
        'р' => "r",
        'у' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ю' => "yu",
        'я' => "ya",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_plain_letters() {
        assert_eq!(latin("Łucja Wróblewska"), "lucjawroblewska");
        assert_eq!(latin("Ștefan Țăranu"), "stefantaranu");
        assert_eq!(latin("Юлия Щукина"), "yuliyashchukina");
        assert_eq!(latin("O’Connor"), "oconnor");
    }
}
