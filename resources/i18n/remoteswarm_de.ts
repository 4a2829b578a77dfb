<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>LoginPage</name>
    <message>
        <source>Your editor is ready.</source>
        <translation>Ihr Editor ist bereit.</translation>
    </message>
    <message>
        <source>Open the editor</source>
        <translation>Den Editor öffnen</translation>
    </message>
</context>
<context>
    <name>swarm::AboutDialog</name>
    <message>
        <source>About Remote Swarm</source>
        <translation>Über Remote Swarm</translation>
    </message>
    <message>
        <source>Keeps your VS Code editors on Fly.io: create, open, stop and watch them.</source>
        <translation>Hält Ihre VS-Code-Editoren auf Fly.io: anlegen, öffnen, anhalten und im Blick behalten.</translation>
    </message>
    <message>
        <source>Version %1
Qt %2
%3, %4</source>
        <translation>Version %1
Qt %2
%3, %4</translation>
    </message>
    <message>
        <source>Copy versions</source>
        <translation>Versionen kopieren</translation>
    </message>
</context>
<context>
    <name>swarm::AccountButton</name>
    <message>
        <source>Switch account</source>
        <translation>Konto wechseln</translation>
    </message>
    <message>
        <source>Switch organization</source>
        <translation>Organisation wechseln</translation>
    </message>
    <message>
        <source>Add another account…</source>
        <translation>Weiteres Konto hinzufügen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Demo: nothing here is real or costs money</source>
        <translation>Demo: nichts hier ist echt oder kostet Geld</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <translation>Konto: %1</translation>
    </message>
    <message>
        <source>Organization: %1</source>
        <translation>Organisation: %1</translation>
    </message>
    <message>
        <source>Signed in for this session only</source>
        <translation>Nur für diese Sitzung angemeldet</translation>
    </message>
    <message>
        <source>Token for everything that you may do</source>
        <translation>Token für alles, was Sie dürfen</translation>
    </message>
    <message>
        <source>Token for one organization</source>
        <translation>Token für eine Organisation</translation>
    </message>
    <message>
        <source>Token for %1 only</source>
        <extracomment>%1 is a list of names</extracomment>
        <translation>Token nur für %1</translation>
    </message>
    <message>
        <source>may only read</source>
        <translation>darf nur lesen</translation>
    </message>
    <message>
        <source>until %1</source>
        <extracomment>%1 is a date</extracomment>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Abmelden …</translation>
    </message>
    <message>
        <source>Leaves as soon as what is under way has ended</source>
        <translation>Wechselt, sobald zu Ende ist, was gerade läuft</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Doch hierbleiben</translation>
    </message>
    <message>
        <source>%1 (leaving)</source>
        <extracomment>%1 is an account and its organization</extracomment>
        <translation>%1 (wechselt)</translation>
    </message>
</context>
<context>
    <name>swarm::AccountsPage</name>
    <message>
        <source>No account is signed in on this computer.</source>
        <translation>Auf diesem Rechner ist kein Konto angemeldet.</translation>
    </message>
    <message>
        <source>&amp;Use this one</source>
        <translation>&amp;Dieses verwenden</translation>
    </message>
    <message>
        <source>Sign &amp;out…</source>
        <translation>&amp;Abmelden …</translation>
    </message>
    <message>
        <source>Add &amp;another…</source>
        <translation>&amp;Weiteres hinzufügen …</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Tokens are kept in this computer&apos;s keychain and nowhere else. Signing out removes all that is kept here about the account; what runs on Fly.io goes on.</source>
        <translation>Tokens liegen im Schlüsselbund dieses Rechners und sonst nirgends. Beim Abmelden verschwindet alles, was hier über das Konto liegt; was auf Fly.io läuft, läuft weiter.</translation>
    </message>
    <message>
        <source>%1 · in use, %2</source>
        <translation>%1 · in Gebrauch, %2</translation>
    </message>
    <message>
        <source>%1, until what is under way has ended</source>
        <extracomment>%1 is &quot;ada@example.org · in use, personal&quot;</extracomment>
        <translation>%1, bis zu Ende ist, was gerade läuft</translation>
    </message>
</context>
<context>
    <name>swarm::ActivityBar</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Fertige entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n gescheitert</numerusform>
            <numerusform>%n gescheitert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished</source>
        <translation>
            <numerusform>%n fertig</numerusform>
            <numerusform>%n fertig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swarm::AdoptDialog</name>
    <message>
        <source>Looking for editors that somebody else made…</source>
        <translation>Sucht nach Editoren, die jemand anders angelegt hat…</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Adopt an editor</source>
        <translation>Editor übernehmen</translation>
    </message>
    <message>
        <source>Editors that somebody else made</source>
        <translation>Editoren, die jemand anders angelegt hat</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Why it seems to be one</source>
        <translation>Warum es wohl einer ist</translation>
    </message>
    <message>
        <source>Name in your swarm</source>
        <translation>Name in Ihrem Schwarm</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>There are no editors that somebody else made.</source>
        <translation>Es gibt keine Editoren, die jemand anders angelegt hat.</translation>
    </message>
    <message>
        <source>Adopting writes our marks on the machine and changes nothing else: it is not restarted.</source>
        <translation>Übernehmen schreibt unsere Zeichen auf die Maschine und ändert sonst nichts: sie startet nicht neu.</translation>
    </message>
</context>
<context>
    <name>swarm::BackupDialog</name>
    <message>
        <source>Back up %1</source>
        <translation>%1 sichern</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>&amp;Replace the file that is there</source>
        <translation>Die vorhandene Datei &amp;ersetzen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>Sichern nach</translation>
    </message>
    <message>
        <source>Archives (*.tar.gz)</source>
        <translation>Archive (*.tar.gz)</translation>
    </message>
    <message>
        <source>Name a file, such as %1.</source>
        <translation>Nennen Sie eine Datei, etwa %1.</translation>
    </message>
    <message>
        <source>Name the folder as well.</source>
        <translation>Nennen Sie auch den Ordner.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Den Ordner %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 ist schon da.</translation>
    </message>
    <message>
        <source>%1 has to run for that: start it first.</source>
        <translation>%1 muss dafür laufen: starten Sie es erst.</translation>
    </message>
    <message>
        <source>Copies /home/coder into an archive on this computer, with about 40 MB a minute at most. What is written meanwhile may be in it or not.</source>
        <translation>Kopiert /home/coder in ein Archiv auf diesem Computer, höchstens etwa 40 MB in der Minute. Was währenddessen geschrieben wird, kann darin sein oder nicht.</translation>
    </message>
</context>
<context>
    <name>swarm::ChangeDialog</name>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 is not there any more.</source>
        <translation>%1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>swarm::ChangeDialogs</name>
    <message>
        <source>Re&amp;name…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>Resi&amp;ze…</source>
        <translation>&amp;Größe ändern…</translation>
    </message>
    <message>
        <source>E&amp;xtend the disk…</source>
        <translation>Pla&amp;tte vergrößern…</translation>
    </message>
    <message>
        <source>&amp;Image…</source>
        <translation>&amp;Image…</translation>
    </message>
    <message>
        <source>&amp;Environment…</source>
        <translation>Um&amp;gebung…</translation>
    </message>
    <message>
        <source>I&amp;dle rule…</source>
        <translation>&amp;Leerlaufregel…</translation>
    </message>
    <message>
        <source>&amp;Password…</source>
        <translation>&amp;Passwort…</translation>
    </message>
    <message>
        <source>Take a &amp;snapshot…</source>
        <translation>&amp;Snapshot aufnehmen…</translation>
    </message>
    <message>
        <source>Res&amp;tore a snapshot…</source>
        <translation>Snapshot &amp;wiederherstellen…</translation>
    </message>
    <message>
        <source>Earlier &amp;versions…</source>
        <translation>Frühere &amp;Versionen…</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>Si&amp;chern…</translation>
    </message>
    <message>
        <source>&amp;Clone…</source>
        <translation>&amp;Klonen…</translation>
    </message>
    <message>
        <source>&amp;Move…</source>
        <translation>Um&amp;ziehen…</translation>
    </message>
    <message>
        <source>&amp;Go back to the earlier copy…</source>
        <translation>&amp;Zurück zur früheren Kopie…</translation>
    </message>
    <message>
        <source>Remove earlier c&amp;opies…</source>
        <translation>Frühere K&amp;opien entfernen…</translation>
    </message>
    <message>
        <source>Recreate the mac&amp;hine…</source>
        <translation>&amp;Maschine neu anlegen…</translation>
    </message>
    <message>
        <source>Po&amp;rts…</source>
        <translation>Po&amp;rts …</translation>
    </message>
</context>
<context>
    <name>swarm::CloneDialog</name>
    <message>
        <source>Clone %1</source>
        <translation>%1 klonen</translation>
    </message>
    <message>
        <source>Clone</source>
        <translation>Klonen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Region</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Daten</translation>
    </message>
    <message>
        <source>A second instance of its own, with a password of its own: about %1 an hour while it runs, and %2 a month for its disk.</source>
        <extracomment>money an hour, money a month</extracomment>
        <translation>Eine zweite, eigene Instanz mit eigenem Passwort: etwa %1 die Stunde, solange sie läuft, und %2 im Monat für ihre Platte.</translation>
    </message>
</context>
<context>
    <name>swarm::ColumnMenu</name>
    <message>
        <source>As at first</source>
        <translation>Wie am Anfang</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Absteigend</translation>
    </message>
</context>
<context>
    <name>swarm::CommandPalette</name>
    <message>
        <source>Nothing of that name can be done now.</source>
        <translation>Nichts dieses Namens geht gerade.</translation>
    </message>
    <message>
        <source>Do something</source>
        <translation>Etwas tun</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Type what to do, or the name of an instance</source>
        <translation>Tippen, was zu tun ist, oder den Namen einer Instanz</translation>
    </message>
    <message>
        <source>What can be done</source>
        <translation>Was getan werden kann</translation>
    </message>
</context>
<context>
    <name>swarm::Configuration</name>
    <message>
        <source>%1 below [%2] in %3 is &quot;%4&quot;</source>
        <extracomment>%1 is a key, %2 a group, %3 a file, %4 what stands there</extracomment>
        <translation>%1 unter [%2] in %3 ist „%4“</translation>
    </message>
    <message>
        <source>%1 is &quot;%2&quot;</source>
        <extracomment>%1 is an environment variable</extracomment>
        <translation>%1 ist „%2“</translation>
    </message>
    <message>
        <source>use milliseconds, from 1 to %1</source>
        <translation>nehmen Sie Millisekunden, von 1 bis %1</translation>
    </message>
    <message>
        <source>there is no such setting</source>
        <translation>diese Einstellung gibt es nicht</translation>
    </message>
    <message>
        <source>use the short name of an organization, such as my-team</source>
        <translation>nehmen Sie den kurzen Namen einer Organisation, etwa my-team</translation>
    </message>
    <message>
        <source>use a region code of three small letters, such as ams</source>
        <translation>nehmen Sie ein Regionskürzel aus drei kleinen Buchstaben, etwa ams</translation>
    </message>
    <message>
        <source>use one of the regions that are set: %1</source>
        <translation>nehmen Sie eine der eingestellten Regionen: %1</translation>
    </message>
    <message>
        <source>use region codes with commas between them, such as ams,fra</source>
        <translation>nehmen Sie Regionskürzel mit Kommas dazwischen, etwa ams,fra</translation>
    </message>
    <message>
        <source>use a number from 0 to %1</source>
        <translation>nehmen Sie eine Zahl von 0 bis %1</translation>
    </message>
    <message>
        <source>the longest pause must not be shorter than the first one</source>
        <translation>die längste Pause darf nicht kürzer sein als die erste</translation>
    </message>
    <message>
        <source>use a number from 1 to %1</source>
        <translation>nehmen Sie eine Zahl von 1 bis %1</translation>
    </message>
    <message>
        <source>use REPOSITORY or REPOSITORY:TAG, such as codercom/code-server:latest</source>
        <translation>nehmen Sie REPOSITORY oder REPOSITORY:TAG, etwa codercom/code-server:latest</translation>
    </message>
    <message>
        <source>use debug, info, warning or error</source>
        <translation>nehmen Sie debug, info, warning oder error</translation>
    </message>
    <message>
        <source>%1 cannot be read: it must be an INI file that you may read</source>
        <translation>%1 ist nicht lesbar: es muss eine INI-Datei sein, die Sie lesen dürfen</translation>
    </message>
    <message>
        <source>A setting cannot be used and is ignored.</source>
        <translation>Eine Einstellung ist unbrauchbar und wird übergangen.</translation>
    </message>
    <message>
        <source>%1 settings cannot be used and are ignored.</source>
        <translation>%1 Einstellungen sind unbrauchbar und werden übergangen.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of Remote Swarm: it is left alone, and nothing in it is used. Look for a newer version</source>
        <translation>%1 wurde von einer neueren Version von Remote Swarm geschrieben: Die Datei bleibt unberührt, und nichts aus ihr wird verwendet. Sehen Sie nach einer neueren Version</translation>
    </message>
</context>
<context>
    <name>swarm::ConfigurationPage</name>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Idle rule</source>
        <translation>Leerlaufregel</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>As Fly.io has it</source>
        <translation>Wie Fly.io sie hat</translation>
    </message>
    <message>
        <source>Copy the configuration</source>
        <translation>Die Konfiguration kopieren</translation>
    </message>
    <message>
        <source>Configuration of the machine, as JSON</source>
        <translation>Konfiguration der Maschine, als JSON</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <extracomment>%1 is a part of a configuration, such as &quot;Size&quot;</extracomment>
        <translation>Ändern: %1</translation>
    </message>
    <message>
        <source>Asking Fly.io…</source>
        <translation>Fragt Fly.io…</translation>
    </message>
    <message>
        <source>No variables</source>
        <translation>Keine Variablen</translation>
    </message>
    <message>
        <source>What looks like a secret is blanked.</source>
        <translation>Was nach einem Geheimnis aussieht, ist geschwärzt.</translation>
    </message>
</context>
<context>
    <name>swarm::CopyButton</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>swarm::CostWords</name>
    <message>
        <source>Compute</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>Dedicated addresses</source>
        <translation>Eigene Adressen</translation>
    </message>
    <message>
        <source>Image kept while asleep</source>
        <translation>Image, das im Schlaf bleibt</translation>
    </message>
    <message>
        <source>at least about %1</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>mindestens etwa %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>%1 of running</source>
        <extracomment>%1 is a duration such as &quot;3 d 4 h&quot;</extracomment>
        <translation>%1 gelaufen</translation>
    </message>
    <message>
        <source>%1 asleep</source>
        <translation>%1 geschlafen</translation>
    </message>
    <message>
        <source>It has not run long enough lately to judge its size.</source>
        <translation>Es lief zuletzt nicht lange genug, um die Größe zu beurteilen.</translation>
    </message>
    <message>
        <source>Its size fits what it did in the last days.</source>
        <translation>Die Größe passt zu dem, was es in den letzten Tagen tat.</translation>
    </message>
    <message>
        <source>A smaller size would do, but hardly save anything.</source>
        <translation>Eine kleinere Größe täte es auch, sparte aber kaum etwas.</translation>
    </message>
    <message>
        <source>In the last days it hardly used more than %1 cores and %2 of memory.</source>
        <extracomment>%1 is a number of CPU cores, %2 an amount of memory</extracomment>
        <translation>In den letzten Tagen brauchte es kaum mehr als %1 Kerne und %2 Speicher.</translation>
    </message>
    <message>
        <source>It ran out of memory.</source>
        <translation>Es hatte zu wenig Speicher.</translation>
    </message>
    <message>
        <source>Its memory is nearly full: up to %1 in use.</source>
        <translation>Der Speicher ist fast voll: bis zu %1 belegt.</translation>
    </message>
    <message>
        <source>Its shared CPUs are slowed down often: it wants more than their share.</source>
        <translation>Die geteilten CPUs werden oft gebremst: es will mehr als ihren Anteil.</translation>
    </message>
    <message>
        <source>Its CPUs are nearly always busy.</source>
        <translation>Die CPUs sind fast immer beschäftigt.</translation>
    </message>
    <message>
        <source>It wants more than the largest size of its kind of CPU has.</source>
        <translation>Es will mehr, als die größte Größe dieser Art von CPU hat.</translation>
    </message>
    <message>
        <source>This saves about %1 an hour while it runs.</source>
        <translation>Das spart etwa %1 die Stunde, solange es läuft.</translation>
    </message>
    <message>
        <source>This costs about %1 more an hour while it runs.</source>
        <translation>Das kostet etwa %1 mehr die Stunde, solange es läuft.</translation>
    </message>
    <message>
        <source>This saves about %1 a month if it runs as much as lately, %2 an hour.</source>
        <translation>Das spart etwa %1 im Monat, wenn es läuft wie zuletzt, %2 die Stunde.</translation>
    </message>
    <message>
        <source>This costs about %1 more a month if it runs as much as lately, %2 an hour.</source>
        <translation>Das kostet etwa %1 mehr im Monat, wenn es läuft wie zuletzt, %2 die Stunde.</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1/h</source>
        <extracomment>%1 is an amount of money: &quot;about $0.018/h&quot;</extracomment>
        <translation>%1/h</translation>
    </message>
    <message>
        <source>%1 a month</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>%1 im Monat</translation>
    </message>
    <message>
        <source>%1 this month</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>%1 diesen Monat</translation>
    </message>
    <message>
        <source>When stopped, it costs nothing.</source>
        <translation>Angehalten kostet es nichts.</translation>
    </message>
    <message>
        <source>When stopped, %1 a month remains.</source>
        <translation>Angehalten bleiben %1 im Monat.</translation>
    </message>
    <message>
        <source>When stopped, %1 a month remains: %2.</source>
        <extracomment>%1 is an amount of money, %2 a list such as &quot;disk $1.50, snapshots $0.30&quot;</extracomment>
        <translation>Angehalten bleiben %1 im Monat: %2.</translation>
    </message>
    <message>
        <source>%1: %2 a month</source>
        <translation>%1: %2 im Monat</translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation>%1: nicht bekannt</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <extracomment>%1 is what is billed, %2 an amount of money, %3 a duration such as &quot;3 h of running&quot;</extracomment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>For %1 nobody knows whether it ran</source>
        <extracomment>%1 is a duration</extracomment>
        <translation>Für %1 weiß niemand, ob es lief</translation>
    </message>
    <message>
        <source>Estimate from list prices valid from %1, before tax</source>
        <extracomment>%1 is a date</extracomment>
        <translation>Schätzung nach Listenpreisen vom %1, vor Steuern</translation>
    </message>
    <message>
        <source>Better: %1.</source>
        <extracomment>%1 is a size such as &quot;2 shared CPU · 4 GB&quot;</extracomment>
        <translation>Besser: %1.</translation>
    </message>
    <message>
        <source>It can then be stopped, but not suspended.</source>
        <translation>Es lässt sich dann anhalten, aber nicht schlafen legen.</translation>
    </message>
    <message>
        <source>The file of prices cannot be read: %1</source>
        <translation>Die Preisdatei ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>The file of prices is no JSON: %1</source>
        <translation>Die Preisdatei ist kein JSON: %1</translation>
    </message>
    <message>
        <source>The file of prices is for a later version of Remote Swarm</source>
        <translation>Die Preisdatei ist für eine spätere Version von Remote Swarm</translation>
    </message>
    <message>
        <source>%1 is no price that Remote Swarm knows</source>
        <translation>%1 ist kein Preis, den Remote Swarm kennt</translation>
    </message>
    <message>
        <source>The file of prices holds no object</source>
        <translation>Die Preisdatei enthält kein Objekt</translation>
    </message>
    <message>
        <source>%1 is no object</source>
        <translation>%1 ist kein Objekt</translation>
    </message>
    <message>
        <source>%1 is no number (%2)</source>
        <translation>%1 ist keine Zahl (%2)</translation>
    </message>
    <message>
        <source>%1 is no whole number (%2)</source>
        <translation>%1 ist keine ganze Zahl (%2)</translation>
    </message>
    <message>
        <source>%1 is below zero (%2)</source>
        <translation>%1 ist unter null (%2)</translation>
    </message>
    <message>
        <source>%1 is no date such as 2026-10-01 (%2)</source>
        <translation>%1 ist kein Datum wie 2026-10-01 (%2)</translation>
    </message>
</context>
<context>
    <name>swarm::CreateDialog</name>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>New instance</source>
        <translation>Neue Instanz</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Image repository</source>
        <translation>Repository des Images</translation>
    </message>
    <message>
        <source>Image tag</source>
        <translation>Tag des Images</translation>
    </message>
    <message>
        <source>Holds /home/coder: projects, extensions, settings. Can grow later, never shrink.</source>
        <translation>Enthält /home/coder: Projekte, Erweiterungen, Einstellungen. Kann später wachsen, nie schrumpfen.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Region</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>&amp;Disk</source>
        <translation>&amp;Platte</translation>
    </message>
    <message>
        <source>When &amp;idle</source>
        <translation>Im &amp;Leerlauf</translation>
    </message>
    <message>
        <source>I&amp;mage</source>
        <translation>I&amp;mage</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>&amp;Umgebung</translation>
    </message>
    <message>
        <source>Minutes until it stops</source>
        <translation>Minuten bis zum Anhalten</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>KEY=VALUE, one on a line</source>
        <translation>SCHLÜSSEL=WERT, eines je Zeile</translation>
    </message>
    <message>
        <source>For code-server, one on a line</source>
        <translation>Für code-server, eines je Zeile</translation>
    </message>
    <message>
        <source>Shared IPv4 and IPv6, free</source>
        <translation>Geteilte IPv4 und IPv6, kostenlos</translation>
    </message>
    <message>
        <source>Dedicated IPv4, about %1 a month</source>
        <translation>Eigene IPv4, etwa %1 im Monat</translation>
    </message>
    <message>
        <source>Private network only</source>
        <translation>Nur privates Netz</translation>
    </message>
    <message>
        <source>Re&amp;pository</source>
        <translation>Re&amp;pository</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Ar&amp;guments</source>
        <translation>Ar&amp;gumente</translation>
    </message>
    <message>
        <source>%1 · nearest</source>
        <extracomment>%1 is a place, such as &quot;Amsterdam (ams)&quot;</extracomment>
        <translation>%1 · am nächsten</translation>
    </message>
    <message>
        <source>Suspend (only up to 2 GB of memory)</source>
        <translation>Schlafen legen (nur bis 2 GB Speicher)</translation>
    </message>
    <message>
        <source>Will have no public address.</source>
        <translation>Wird keine öffentliche Adresse haben.</translation>
    </message>
    <message>
        <source>Will answer at %1, or with four more characters where that is taken.</source>
        <extracomment>%1 is the address, such as thesis.fly.dev</extracomment>
        <translation>Wird unter %1 antworten, oder mit vier weiteren Zeichen, wo das vergeben ist.</translation>
    </message>
    <message>
        <source>About %1 an hour while running</source>
        <translation>Etwa %1 die Stunde, solange es läuft</translation>
    </message>
    <message>
        <source>%1 a month for disk and address, always</source>
        <translation>%1 im Monat für Platte und Adresse, immer</translation>
    </message>
    <message>
        <source>%1 a month for the disk, always</source>
        <translation>%1 im Monat für die Platte, immer</translation>
    </message>
    <message>
        <source>%1 hours a month: about %2. Prices of %3 for %4, before tax.</source>
        <extracomment>%1 hours, %2 money, %3 a date, %4 a place</extracomment>
        <translation>%1 Stunden im Monat: etwa %2. Preise vom %3 für %4, vor Steuern.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>More: repository to clone, environment, address, ports, arguments</source>
        <translation>Mehr: zu klonendes Repository, Umgebung, Adresse, Ports, Argumente</translation>
    </message>
    <message>
        <source>Outside:inside:handlers, such as 3000:3000:tls,http; one on a line</source>
        <extracomment>an example; the words in it stay as they are</extracomment>
        <translation>Außen:innen:Handler, etwa 3000:3000:tls,http; einer je Zeile</translation>
    </message>
    <message>
        <source>P&amp;orts</source>
        <translation>P&amp;orts</translation>
    </message>
    <message>
        <source>%1 is no port: write it like 3000:3000:tls,http.</source>
        <extracomment>%1 is what somebody typed; the example stays as it is</extracomment>
        <translation>%1 ist kein Port: Schreiben Sie ihn wie 3000:3000:tls,http.</translation>
    </message>
</context>
<context>
    <name>swarm::DataRollBackDialog</name>
    <message>
        <source>Restore a snapshot of %1</source>
        <translation>Snapshot von %1 wiederherstellen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Snapshot</source>
        <translation>&amp;Snapshot</translation>
    </message>
    <message>
        <source>The files are as they were then. The present disk is kept beside, asleep, for about %1 a month, until you remove it or go back to it.</source>
        <translation>Die Dateien sind wie damals. Die jetzige Platte bleibt daneben, schlafend, für etwa %1 im Monat, bis Sie sie entfernen oder zu ihr zurückkehren.</translation>
    </message>
</context>
<context>
    <name>swarm::DeleteDialog</name>
    <message>
        <source>running now</source>
        <translation>läuft gerade</translation>
    </message>
    <message>
        <source>last ran %1 ago</source>
        <translation>lief zuletzt vor %1</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>läuft nicht</translation>
    </message>
    <message>
        <source>The machine in %1, %2</source>
        <translation>Die Maschine in %1, %2</translation>
    </message>
    <message>
        <source>The disk of %1 GB with everything in /home/coder</source>
        <translation>Die Platte mit %1 GB mit allem in /home/coder</translation>
    </message>
    <message>
        <source>The disk with everything in /home/coder</source>
        <translation>Die Platte mit allem in /home/coder</translation>
    </message>
    <message>
        <source>Its addresses</source>
        <translation>Ihre Adressen</translation>
    </message>
    <message>
        <source>The address %1</source>
        <translation>Die Adresse %1</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Delete instance</source>
        <translation>Instanz löschen</translation>
    </message>
    <message>
        <source>Delete instances</source>
        <translation>Instanzen löschen</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n instances?</source>
        <translation>
            <numerusform>%n Instanz löschen?</numerusform>
            <numerusform>%n Instanzen löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Type %1 to confirm:</source>
        <extracomment>%1 is what has to be typed, such as the name of the instance</extracomment>
        <translation>Zum Bestätigen %1 tippen:</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>delete %1</source>
        <extracomment>%1 is how many instances; this has to be typed</extracomment>
        <translation>delete %1</translation>
    </message>
    <message>
        <source>This saves about %1 a month for disk.</source>
        <translation>Das spart etwa %1 im Monat für die Platte.</translation>
    </message>
    <message>
        <source>These go now:</source>
        <translation>Das geht jetzt weg:</translation>
    </message>
    <message>
        <source>Machines, disks (%1 GB together) and addresses of these go now:</source>
        <translation>Maschinen, Platten (zusammen %1 GB) und Adressen von diesen gehen jetzt weg:</translation>
    </message>
    <message>
        <source>&amp;Keep a last snapshot for</source>
        <translation>Einen letzten Snapshot &amp;behalten für</translation>
    </message>
    <message>
        <source>Days to keep the snapshot</source>
        <translation>Tage, die der Snapshot bleibt</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Can be restored until %1. It is stopped, the snapshot is taken, and only then the rest goes. What is stored costs about %2 per GB and month; the first %3 GB of all snapshots together are free.</source>
        <extracomment>%1 is a date, %2 money, %3 an amount in GB</extracomment>
        <translation>Bis %1 wiederherstellbar. Erst wird angehalten und der Snapshot aufgenommen, dann geht der Rest. Gespeichertes kostet etwa %2 je GB und Monat; die ersten %3 GB aller Snapshots zusammen sind frei.</translation>
    </message>
    <message>
        <source>There is no undo, and no snapshot is kept.</source>
        <translation>Es gibt kein Zurück, und kein Snapshot bleibt.</translation>
    </message>
</context>
<context>
    <name>swarm::DeletedModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>Bleibt bis</translation>
    </message>
</context>
<context>
    <name>swarm::DeletedPane</name>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Erase…</source>
        <translation>&amp;Tilgen…</translation>
    </message>
    <message>
        <source>Deleted instances</source>
        <translation>Gelöschte Instanzen</translation>
    </message>
    <message numerus="yes">
        <source>Deleted, can be restored (%n)</source>
        <translation>
            <numerusform>Gelöscht, wiederherstellbar (%n)</numerusform>
            <numerusform>Gelöscht, wiederherstellbar (%n)</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase the last snapshot</source>
        <translation>Den letzten Snapshot tilgen</translation>
    </message>
    <message>
        <source>Erase the last snapshot of %1? It is the only copy. There is no undo.</source>
        <translation>Den letzten Snapshot von %1 tilgen? Er ist die einzige Kopie. Es gibt kein Zurück.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Tilgen</translation>
    </message>
</context>
<context>
    <name>swarm::DesktopPresence</name>
    <message>
        <source>Puts instances to sleep as set</source>
        <translation>Legt Instanzen schlafen, wie eingestellt</translation>
    </message>
</context>
<context>
    <name>swarm::DetailsFold</name>
    <message>
        <source>Copy the details</source>
        <translation>Die Einzelheiten kopieren</translation>
    </message>
</context>
<context>
    <name>swarm::DetailsPane</name>
    <message>
        <source>No instance selected</source>
        <translation>Keine Instanz gewählt</translation>
    </message>
    <message>
        <source>Select one to see its address, its health and what it costs.</source>
        <translation>Wählen Sie eine, um Adresse, Gesundheit und Kosten zu sehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n instances selected</source>
        <translation>
            <numerusform>%n Instanz gewählt</numerusform>
            <numerusform>%n Instanzen gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 an hour now.</source>
        <translation>Etwa %1 die Stunde jetzt.</translation>
    </message>
    <message>
        <source>None of them runs.</source>
        <translation>Keine davon läuft.</translation>
    </message>
    <message>
        <source>%1 GB of disk cost about %2 a month.</source>
        <translation>%1 GB Platte kosten etwa %2 im Monat.</translation>
    </message>
    <message>
        <source>The buttons above act on all for which they make sense.</source>
        <translation>Die Knöpfe oben wirken auf alle, für die sie Sinn haben.</translation>
    </message>
</context>
<context>
    <name>swarm::DiskPage</name>
    <message>
        <source>How full the disk is</source>
        <translation>Wie voll die Platte ist</translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation>Vergrößern…</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation>Bleibt bis</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Wiederherstellen…</translation>
    </message>
    <message>
        <source>Take one now…</source>
        <translation>Jetzt aufnehmen…</translation>
    </message>
    <message>
        <source>Clone…</source>
        <translation>Klonen…</translation>
    </message>
    <message>
        <source>Earlier copies</source>
        <translation>Frühere Kopien</translation>
    </message>
    <message>
        <source>Go back…</source>
        <translation>Zurück…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>%1, about %2 a month</source>
        <extracomment>%1 a size such as &quot;10 GB&quot;, %2 money</extracomment>
        <translation>%1, etwa %2 im Monat</translation>
    </message>
    <message>
        <source>Its size is not known yet.</source>
        <translation>Ihre Größe ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Asking Fly.io…</source>
        <translation>Fragt Fly.io…</translation>
    </message>
    <message>
        <source>How full it is is measured only while the machine runs.</source>
        <translation>Wie voll sie ist, wird nur gemessen, solange die Maschine läuft.</translation>
    </message>
    <message>
        <source>How full it is could not be read.</source>
        <translation>Wie voll sie ist, ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>%1 of %2 used</source>
        <extracomment>%1 and %2 are amounts such as &quot;3.2 GB&quot;</extracomment>
        <translation>%1 von %2 belegt</translation>
    </message>
    <message>
        <source>No snapshot yet: Fly.io takes one a day.</source>
        <translation>Noch kein Snapshot: Fly.io nimmt einen am Tag auf.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Being taken</source>
        <translation>Wird aufgenommen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>%1, disk of %2, asleep for %3, about %4 a month</source>
        <extracomment>%1 a place, %2 a size such as &quot;10 GB&quot;, %3 a time such as &quot;3 h&quot;, %4 money</extracomment>
        <translation>%1, Platte mit %2, schläft seit %3, etwa %4 im Monat</translation>
    </message>
</context>
<context>
    <name>swarm::DocumentationDialog</name>
    <message>
        <source>Documentation</source>
        <translation>Dokumentation</translation>
    </message>
</context>
<context>
    <name>swarm::DropDialog</name>
    <message>
        <source>Earlier copies of %1</source>
        <translation>Frühere Kopien von %1</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>Für immer entfernen</translation>
    </message>
    <message>
        <source>Their machines and disks go now, with what is only on them. There is no undo. The instance itself stays.</source>
        <translation>Ihre Maschinen und Platten gehen jetzt weg, mit allem, was nur darauf ist. Es gibt kein Zurück. Die Instanz selbst bleibt.</translation>
    </message>
</context>
<context>
    <name>swarm::EnvironmentDialog</name>
    <message>
        <source>Environment of %1</source>
        <translation>Umgebung von %1</translation>
    </message>
    <message>
        <source>Change environment</source>
        <translation>Umgebung ändern</translation>
    </message>
    <message>
        <source>Asking the machine for its variables…</source>
        <translation>Fragt die Maschine nach ihren Variablen…</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Whoever may read your organization at Fly.io can read these: passwords and tokens do not belong here.</source>
        <translation>Wer Ihre Organisation bei Fly.io lesen darf, kann diese lesen: Passwörter und Tokens gehören nicht hierher.</translation>
    </message>
</context>
<context>
    <name>swarm::ErrorCard</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>swarm::ErrorWords</name>
    <message>
        <source>The editor cannot be reached at its address.</source>
        <translation>Der Editor ist unter seiner Adresse nicht erreichbar.</translation>
    </message>
    <message>
        <source>Fly.io cannot be reached.</source>
        <translation>Fly.io ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The editor did not answer in time.</source>
        <translation>Der Editor antwortete nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>The machine did not get there in time.</source>
        <translation>Die Maschine kam nicht rechtzeitig dahin.</translation>
    </message>
    <message>
        <source>Fly.io did not answer in time.</source>
        <translation>Fly.io antwortete nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>Try again; if it keeps failing, restart the instance.</source>
        <translation>Versuchen Sie es noch einmal; scheitert es weiter, starten Sie die Instanz neu.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Try again in %1.</source>
        <extracomment>%1 is a duration such as &quot;2 min&quot;</extracomment>
        <translation>Versuchen Sie es in %1 noch einmal.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Versuchen Sie es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>That version of the editor may not understand what the present one has written.</source>
        <translation>Diese Version des Editors versteht vielleicht nicht, was die jetzige geschrieben hat.</translation>
    </message>
    <message>
        <source>A disk only grows, and this one is larger already.</source>
        <translation>Eine Platte wächst nur, und diese ist schon größer.</translation>
    </message>
    <message>
        <source>The machine of %1 is there: what lives is deleted or left alone, never forgotten.</source>
        <translation>Die Maschine von %1 ist da: Was lebt, wird gelöscht oder in Ruhe gelassen, nie vergessen.</translation>
    </message>
    <message>
        <source>Another version of Remote Swarm made %1: this one may look at it, not change it.</source>
        <translation>Eine andere Version von Remote Swarm hat %1 angelegt: Diese darf ansehen, aber nicht ändern.</translation>
    </message>
    <message>
        <source>This computer has no receipt of %1, so it cannot be restored from here.</source>
        <translation>Dieser Computer hat keinen Beleg für %1, es lässt sich also von hier nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Take a snapshot first, then insist (--force).</source>
        <translation>Nehmen Sie erst einen Snapshot auf, dann bestehen Sie darauf (--force).</translation>
    </message>
    <message>
        <source>Look for a newer version of Remote Swarm.</source>
        <translation>Suchen Sie nach einer neueren Version von Remote Swarm.</translation>
    </message>
    <message>
        <source>Restore it on the computer where it was deleted.</source>
        <translation>Stellen Sie es auf dem Computer wieder her, auf dem es gelöscht wurde.</translation>
    </message>
    <message>
        <source>Fly.io does not accept this token.</source>
        <translation>Fly.io nimmt dieses Token nicht an.</translation>
    </message>
    <message>
        <source>The token has expired or was revoked.</source>
        <translation>Das Token ist abgelaufen oder wurde widerrufen.</translation>
    </message>
    <message>
        <source>This token may not do that.</source>
        <translation>Dieses Token darf das nicht.</translation>
    </message>
    <message>
        <source>The keychain is locked, so what it keeps cannot be read.</source>
        <translation>Der Schlüsselbund ist gesperrt, was darin liegt, ist nicht lesbar.</translation>
    </message>
    <message>
        <source>This computer has no keychain to keep secrets in.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund für Geheimnisse.</translation>
    </message>
    <message>
        <source>Fly.io does not know %1 any more.</source>
        <translation>Fly.io kennt %1 nicht mehr.</translation>
    </message>
    <message>
        <source>Fly.io cannot find what was asked for.</source>
        <translation>Fly.io findet nicht, wonach gefragt wurde.</translation>
    </message>
    <message>
        <source>The name %1 is taken.</source>
        <translation>Der Name %1 ist vergeben.</translation>
    </message>
    <message>
        <source>That name is taken.</source>
        <translation>Dieser Name ist vergeben.</translation>
    </message>
    <message>
        <source>%1 is busy with another change.</source>
        <translation>%1 ist mit einer anderen Änderung beschäftigt.</translation>
    </message>
    <message>
        <source>The instance is busy with another change.</source>
        <translation>Die Instanz ist mit einer anderen Änderung beschäftigt.</translation>
    </message>
    <message>
        <source>%1 is in a state that does not allow this.</source>
        <translation>%1 ist in einem Zustand, der das nicht zulässt.</translation>
    </message>
    <message>
        <source>The instance is in a state that does not allow this.</source>
        <translation>Die Instanz ist in einem Zustand, der das nicht zulässt.</translation>
    </message>
    <message>
        <source>Fly.io has no room for this size in the region at the moment.</source>
        <translation>Fly.io hat in der Region gerade keinen Platz für diese Größe.</translation>
    </message>
    <message>
        <source>The computer that holds the disk has no room for the machine at the moment.</source>
        <translation>Der Rechner mit der Platte hat gerade keinen Platz für die Maschine.</translation>
    </message>
    <message>
        <source>Fly.io has no room for a disk of this size at the moment.</source>
        <translation>Fly.io hat gerade keinen Platz für eine Platte dieser Größe.</translation>
    </message>
    <message>
        <source>The Fly.io account has reached a limit: trial, quota or payment.</source>
        <translation>Das Fly.io-Konto hat eine Grenze erreicht: Probezeit, Kontingent oder Zahlung.</translation>
    </message>
    <message>
        <source>The connection broke before Fly.io answered, so it may or may not have happened.</source>
        <translation>Die Verbindung brach ab, bevor Fly.io antwortete; es ist also vielleicht geschehen, vielleicht nicht.</translation>
    </message>
    <message>
        <source>Fly.io refused the request.</source>
        <translation>Fly.io hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>Fly.io does not offer this.</source>
        <translation>Fly.io bietet das nicht an.</translation>
    </message>
    <message>
        <source>Fly.io asks us to slow down.</source>
        <translation>Fly.io bittet uns, langsamer zu fragen.</translation>
    </message>
    <message>
        <source>Something went wrong at Fly.io.</source>
        <translation>Bei Fly.io ging etwas schief.</translation>
    </message>
    <message>
        <source>Fly.io sent an answer that makes no sense.</source>
        <translation>Fly.io hat eine Antwort geschickt, die keinen Sinn ergibt.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>A file on this computer could not be written.</source>
        <translation>Eine Datei auf diesem Computer ließ sich nicht schreiben.</translation>
    </message>
    <message>
        <source>Sign in again with a new token.</source>
        <translation>Melden Sie sich mit einem neuen Token an.</translation>
    </message>
    <message>
        <source>Sign in with a token that may change this organization.</source>
        <translation>Melden Sie sich mit einem Token an, das diese Organisation ändern darf.</translation>
    </message>
    <message>
        <source>Unlock the keychain and try again.</source>
        <translation>Entsperren Sie den Schlüsselbund und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Start a keychain such as GNOME Keyring or KWallet, or keep the secret for this session only.</source>
        <translation>Starten Sie einen Schlüsselbund wie GNOME Keyring oder KWallet, oder behalten Sie das Geheimnis nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>Refresh the list; it may have been deleted elsewhere.</source>
        <translation>Laden Sie die Liste neu; vielleicht wurde es anderswo gelöscht.</translation>
    </message>
    <message>
        <source>Wait until that is over, then try again.</source>
        <translation>Warten Sie, bis das vorbei ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Look at its state, then try again.</source>
        <translation>Sehen Sie sich den Zustand an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 is the nearest region that has room.</source>
        <translation>%1 ist die nächste Region, die Platz hat.</translation>
    </message>
    <message>
        <source>Try another region or a smaller size, or try again later.</source>
        <translation>Versuchen Sie eine andere Region oder eine kleinere Größe, oder später noch einmal.</translation>
    </message>
    <message>
        <source>Try a smaller disk or another region.</source>
        <translation>Versuchen Sie eine kleinere Platte oder eine andere Region.</translation>
    </message>
    <message>
        <source>Try again later, or move it: that puts its data on another computer.</source>
        <translation>Versuchen Sie es später noch einmal, oder lassen Sie es umziehen: dann liegen die Daten auf einem anderen Rechner.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Look at the organization&apos;s billing page on fly.io.</source>
        <translation>Sehen Sie auf der Abrechnungsseite der Organisation auf fly.io nach.</translation>
    </message>
    <message>
        <source>Check the network connection, then try again.</source>
        <translation>Prüfen Sie die Netzverbindung und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Look at the list before you try again.</source>
        <translation>Sehen Sie in die Liste, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The details say what it did not like.</source>
        <translation>Die Einzelheiten sagen, was nicht gefiel.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, report it with the details.</source>
        <translation>Versuchen Sie es noch einmal; geschieht es wieder, melden Sie es mit den Einzelheiten.</translation>
    </message>
    <message>
        <source>Look for room and rights on this computer&apos;s disk; the details name the file.</source>
        <translation>Sehen Sie nach Platz und Rechten auf der Platte dieses Computers; die Einzelheiten nennen die Datei.</translation>
    </message>
    <message>
        <source>The change was taken back: everything is as it was.</source>
        <translation>Die Änderung wurde zurückgenommen: alles ist, wie es war.</translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <extracomment>%1 is a list of things, such as &quot;app thesis and volume vol_123&quot;</extracomment>
        <translation>Zurückgenommen: %1.</translation>
    </message>
    <message>
        <source>Left behind and possibly still billing: %1. It is tried again at the next start.</source>
        <extracomment>%1 is a list of things, such as &quot;app thesis and volume vol_123&quot;</extracomment>
        <translation>Zurückgelassen und vielleicht noch kostenpflichtig: %1. Beim nächsten Start wird es noch einmal versucht.</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>Instance: %1</source>
        <translation>Instanz: %1</translation>
    </message>
    <message>
        <source>Step: %1</source>
        <translation>Schritt: %1</translation>
    </message>
    <message>
        <source>HTTP status: %1</source>
        <translation>HTTP-Status: %1</translation>
    </message>
    <message>
        <source>Request id: %1</source>
        <translation>Nummer der Anfrage: %1</translation>
    </message>
    <message>
        <source>The answer: %1</source>
        <translation>Die Antwort: %1</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
    <message>
        <source>Left behind: %1</source>
        <translation>Zurückgelassen: %1</translation>
    </message>
    <message>
        <source>Because of:</source>
        <translation>Der Grund:</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Geben Sie ihr einen Namen.</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>Ein Name hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>A name has a–z, 0–9 and dashes, begins with a letter and does not end with a dash.</source>
        <translation>Ein Name hat a–z, 0–9 und Striche, beginnt mit einem Buchstaben und endet nicht mit einem Strich.</translation>
    </message>
    <message>
        <source>There is an instance named %1 already.</source>
        <translation>Es gibt schon eine Instanz namens %1.</translation>
    </message>
    <message>
        <source>A region is a code of three letters, such as ams.</source>
        <translation>Eine Region ist ein Kürzel aus drei Buchstaben, etwa ams.</translation>
    </message>
    <message>
        <source>Shared CPUs come as 1, 2, 4, 6 or 8.</source>
        <translation>Geteilte CPUs gibt es zu 1, 2, 4, 6 oder 8.</translation>
    </message>
    <message>
        <source>Performance CPUs come as 1, or as even numbers up to 16.</source>
        <translation>Leistungs-CPUs gibt es einzeln oder in gerader Zahl bis 16.</translation>
    </message>
    <message>
        <source>This many CPUs need at least %1 of memory.</source>
        <translation>So viele CPUs brauchen mindestens %1 Speicher.</translation>
    </message>
    <message>
        <source>This many CPUs can have at most %1 of memory.</source>
        <translation>So viele CPUs können höchstens %1 Speicher haben.</translation>
    </message>
    <message>
        <source>Memory comes in steps of %1.</source>
        <translation>Speicher gibt es in Schritten von %1.</translation>
    </message>
    <message>
        <source>A disk has %1 to %2 GB.</source>
        <translation>Eine Platte hat %1 bis %2 GB.</translation>
    </message>
    <message>
        <source>Only machines of up to 2 GB can be suspended; choose to stop it instead.</source>
        <translation>Nur Maschinen bis 2 GB lassen sich schlafen legen; wählen Sie stattdessen Anhalten.</translation>
    </message>
    <message>
        <source>The idle time has to be 2 minutes or more.</source>
        <translation>Die Leerlaufzeit muss 2 Minuten oder länger sein.</translation>
    </message>
    <message>
        <source>PASSWORD, HASHED_PASSWORD and PORT are set by Remote Swarm; the password is kept as a secret.</source>
        <translation>PASSWORD, HASHED_PASSWORD und PORT setzt Remote Swarm; das Passwort wird als Geheimnis verwahrt.</translation>
    </message>
    <message>
        <source>A variable&apos;s name has letters, digits and underscores and does not begin with a digit.</source>
        <translation>Der Name einer Variablen hat Buchstaben, Ziffern und Unterstriche und beginnt nicht mit einer Ziffer.</translation>
    </message>
    <message>
        <source>An image has a repository and a tag, such as codercom/code-server and latest.</source>
        <translation>Ein Image hat ein Repository und ein Tag, etwa codercom/code-server und latest.</translation>
    </message>
    <message>
        <source>app %1</source>
        <translation>App %1</translation>
    </message>
    <message>
        <source>volume %1</source>
        <translation>Volume %1</translation>
    </message>
    <message>
        <source>machine %1</source>
        <translation>Maschine %1</translation>
    </message>
    <message>
        <source>address %1</source>
        <translation>Adresse %1</translation>
    </message>
    <message>
        <source>secret %1</source>
        <translation>Geheimnis %1</translation>
    </message>
    <message>
        <source>snapshot %1</source>
        <translation>Snapshot %1</translation>
    </message>
    <message>
        <source>domain %1</source>
        <translation>Domain %1</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>the end of a list: &quot;app thesis, volume vol_1&quot; and &quot;address 1.2.3.4&quot;</extracomment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>The organization is on Fly.io&apos;s trial, and this is more than a trial may have.</source>
        <translation>Die Organisation ist bei Fly.io im Probebetrieb, und das ist mehr, als dieser erlaubt.</translation>
    </message>
    <message>
        <source>Fly.io wants a payment method before it does this.</source>
        <translation>Fly.io verlangt dafür zuerst eine Zahlungsart.</translation>
    </message>
    <message>
        <source>Add a payment method on the organization&apos;s billing page, then try again. Until then, machines end after five minutes.</source>
        <translation>Hinterlegen Sie auf der Abrechnungsseite der Organisation eine Zahlungsart und versuchen Sie es erneut. Bis dahin enden Maschinen nach fünf Minuten.</translation>
    </message>
    <message>
        <source>Add one on the organization&apos;s billing page, then try again.</source>
        <translation>Hinterlegen Sie auf der Abrechnungsseite der Organisation eine und versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>swarm::EventWords</name>
    <message>
        <source>Created by you</source>
        <translation>Von Ihnen angelegt</translation>
    </message>
    <message>
        <source>Its machine was created by someone else, or by another program</source>
        <translation>Die Maschine wurde von jemand anderem oder einem anderen Programm angelegt</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Started by you</source>
        <translation>Von Ihnen gestartet</translation>
    </message>
    <message>
        <source>Started by someone else, or by another program</source>
        <translation>Von jemand anderem oder einem anderen Programm gestartet</translation>
    </message>
    <message>
        <source>Started on request</source>
        <translation>Auf Wunsch gestartet</translation>
    </message>
    <message>
        <source>Started by Fly.io</source>
        <translation>Von Fly.io gestartet</translation>
    </message>
    <message>
        <source>Stopped because nobody was connected</source>
        <translation>Angehalten, weil niemand verbunden war</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>Von Ihnen angehalten</translation>
    </message>
    <message>
        <source>Stopped by someone else, or by another program</source>
        <translation>Von jemand anderem oder einem anderen Programm angehalten</translation>
    </message>
    <message>
        <source>Stopped on request</source>
        <translation>Auf Wunsch angehalten</translation>
    </message>
    <message>
        <source>Stopped by Fly.io</source>
        <translation>Von Fly.io angehalten</translation>
    </message>
    <message>
        <source>Suspended by you</source>
        <translation>Von Ihnen schlafen gelegt</translation>
    </message>
    <message>
        <source>Suspended by someone else, or by another program</source>
        <translation>Von jemand anderem oder einem anderen Programm schlafen gelegt</translation>
    </message>
    <message>
        <source>Suspended on request</source>
        <translation>Auf Wunsch schlafen gelegt</translation>
    </message>
    <message>
        <source>Suspended because nobody was connected</source>
        <translation>Schlafen gelegt, weil niemand verbunden war</translation>
    </message>
    <message>
        <source>Restarted by you</source>
        <translation>Von Ihnen neu gestartet</translation>
    </message>
    <message>
        <source>Restarted by someone else, or by another program</source>
        <translation>Von jemand anderem oder einem anderen Programm neu gestartet</translation>
    </message>
    <message>
        <source>Restarted on request</source>
        <translation>Auf Wunsch neu gestartet</translation>
    </message>
    <message>
        <source>Restarted by Fly.io</source>
        <translation>Von Fly.io neu gestartet</translation>
    </message>
    <message>
        <source>Updated by you</source>
        <translation>Von Ihnen geändert</translation>
    </message>
    <message>
        <source>Updated by someone else, or by another program</source>
        <translation>Von jemand anderem oder einem anderen Programm geändert</translation>
    </message>
    <message>
        <source>Updated on request</source>
        <translation>Auf Wunsch geändert</translation>
    </message>
    <message>
        <source>Updated by Fly.io</source>
        <translation>Von Fly.io geändert</translation>
    </message>
    <message>
        <source>Its machine was removed by you</source>
        <translation>Die Maschine wurde von Ihnen entfernt</translation>
    </message>
    <message>
        <source>Its machine was removed by someone else, or by another program</source>
        <translation>Die Maschine wurde von jemand anderem oder einem anderen Programm entfernt</translation>
    </message>
    <message>
        <source>Its machine was removed on request</source>
        <translation>Die Maschine wurde auf Wunsch entfernt</translation>
    </message>
    <message>
        <source>Its machine was removed by Fly.io</source>
        <translation>Die Maschine wurde von Fly.io entfernt</translation>
    </message>
    <message>
        <source>Crashed with exit code %1 and was started again</source>
        <translation>Mit Code %1 abgestürzt und neu gestartet</translation>
    </message>
    <message>
        <source>Crashed with exit code %1 and stopped</source>
        <translation>Mit Code %1 abgestürzt und stehen geblieben</translation>
    </message>
    <message>
        <source>Stopped because nobody had used it for %1</source>
        <extracomment>%1 is a duration such as &quot;30 min&quot;</extracomment>
        <translation>Angehalten, weil es %1 lang niemand benutzt hatte</translation>
    </message>
    <message>
        <source>The editor quit and was started again</source>
        <translation>Der Editor beendete sich und wurde neu gestartet</translation>
    </message>
    <message>
        <source>The editor quit, so it stopped</source>
        <translation>Der Editor beendete sich, deshalb hielt es an</translation>
    </message>
    <message>
        <source>Fly.io could not start its machine</source>
        <translation>Fly.io konnte die Maschine nicht starten</translation>
    </message>
    <message>
        <source>Woken by a visit to its address</source>
        <translation>Von einem Besuch der Adresse geweckt</translation>
    </message>
    <message>
        <source>Ran out of memory and was started again</source>
        <translation>Hatte zu wenig Speicher und wurde neu gestartet</translation>
    </message>
    <message>
        <source>Ran out of memory and stopped</source>
        <translation>Hatte zu wenig Speicher und blieb stehen</translation>
    </message>
    <message>
        <source>Fly.io took the last update back</source>
        <translation>Fly.io nahm die letzte Änderung zurück</translation>
    </message>
    <message>
        <source>Moved by Fly.io to other hardware</source>
        <translation>Von Fly.io auf andere Hardware verlegt</translation>
    </message>
    <message>
        <source>Fly.io reports: %1</source>
        <extracomment>%1 is a word of Fly.io&apos;s for something that happened to a machine</extracomment>
        <translation>Fly.io meldet: %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <extracomment>a date of this year: weekday, day, name of the month; see QLocale::toString() for the letters</extracomment>
        <translation>dddd, d. MMMM</translation>
    </message>
</context>
<context>
    <name>swarm::ExtendDialog</name>
    <message>
        <source>Extend the disk of %1</source>
        <translation>Platte von %1 vergrößern</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>New &amp;size</source>
        <translation>Neue &amp;Größe</translation>
    </message>
    <message>
        <source>A disk has at most %1 GB, and this one has them.</source>
        <translation>Eine Platte hat höchstens %1 GB, und diese hat sie.</translation>
    </message>
    <message>
        <source>About %1 a month, running or not, instead of %3 for %2. A disk never gets smaller again.</source>
        <extracomment>%1 and %3 are money, %2 a size such as &quot;10 GB&quot;</extracomment>
        <translation>Etwa %1 im Monat, ob es läuft oder nicht, statt %3 für %2. Eine Platte wird nie wieder kleiner.</translation>
    </message>
</context>
<context>
    <name>swarm::Face</name>
    <message>
        <source>Your token ends in %1. Make a new one on Fly.io and sign in with it, or everything here only waits.</source>
        <extracomment>%1 is a duration, such as &quot;5 h&quot;</extracomment>
        <translation>Ihr Token endet in %1. Erzeugen Sie auf Fly.io ein neues und melden Sie sich damit an, sonst wartet hier alles nur.</translation>
    </message>
    <message>
        <source>The tab Disk of the instance goes back to it or removes it. Its machine is %1.</source>
        <translation>Der Reiter Platte der Instanz geht dorthin zurück oder entfernt sie. Ihre Maschine ist %1.</translation>
    </message>
    <message>
        <source>Signed out. What was noted about operations that were cut off stays here, so that nothing is left billing: sign in again to have them settled.</source>
        <translation>Abgemeldet. Was über abgebrochene Vorgänge notiert wurde, bleibt hier, damit nichts weiter Kosten verursacht: Melden Sie sich wieder an, um sie abschließen zu lassen.</translation>
    </message>
    <message>
        <source>Signed out, but some files could not be removed.</source>
        <translation>Abgemeldet, aber einige Dateien ließen sich nicht entfernen.</translation>
    </message>
    <message>
        <source>Signed out, but the keychain still holds passwords of this account&apos;s editors: remove what is called remote-swarm there.</source>
        <translation>Abgemeldet, aber im Schlüsselbund liegen noch Passwörter der Editoren dieses Kontos: Entfernen Sie dort, was remote-swarm heißt.</translation>
    </message>
</context>
<context>
    <name>swarm::FollowUp</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Rückgängig…</translation>
    </message>
    <message>
        <source>Go back…</source>
        <translation>Zurück…</translation>
    </message>
</context>
<context>
    <name>swarm::GoBackDialog</name>
    <message>
        <source>Earlier copy of %1</source>
        <translation>Frühere Kopie von %1</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The newest of them takes the place of the present machine and disk, which are kept asleep instead. What was written since stays on the present disk.</source>
        <translation>Die neueste davon tritt an die Stelle der jetzigen Maschine und Platte, die dafür schlafend bleiben. Was seitdem geschrieben wurde, bleibt auf der jetzigen Platte.</translation>
    </message>
</context>
<context>
    <name>swarm::Health</name>
    <message>
        <source>%1 is healthy: it runs and its editor answers.</source>
        <translation>%1 ist gesund: es läuft, und der Editor antwortet.</translation>
    </message>
    <message>
        <source>%1 is asleep, as it was asked to be.</source>
        <translation>%1 schläft, wie gewünscht.</translation>
    </message>
    <message>
        <source>%1 is changing: %2.</source>
        <translation>%1 ändert sich: %2.</translation>
    </message>
    <message>
        <source>%1 has just been started; its editor does not answer yet.</source>
        <translation>%1 wurde eben gestartet; der Editor antwortet noch nicht.</translation>
    </message>
    <message>
        <source>%1 runs, and its editor does not pass its check.</source>
        <translation>%1 läuft, und der Editor besteht seine Prüfung nicht.</translation>
    </message>
    <message>
        <source>%1 is stuck: %2.</source>
        <translation>%1 hängt: %2.</translation>
    </message>
    <message>
        <source>Fly.io cannot reach the computer that %1 is on; what is known of it is old.</source>
        <translation>Fly.io erreicht den Rechner nicht, auf dem %1 ist; was man weiß, ist alt.</translation>
    </message>
    <message>
        <source>The region of %1 did not answer; what is known of it is old.</source>
        <translation>Die Region von %1 antwortete nicht; was man weiß, ist alt.</translation>
    </message>
    <message>
        <source>%1 stopped because it ran out of memory.</source>
        <translation>%1 blieb stehen, weil der Speicher nicht reichte.</translation>
    </message>
    <message>
        <source>%1 crashed with code %2.</source>
        <translation>%1 stürzte mit Code %2 ab.</translation>
    </message>
    <message>
        <source>The machine of %1 has failed.</source>
        <translation>Die Maschine von %1 ist gescheitert.</translation>
    </message>
    <message>
        <source>The machine of %1 is gone.</source>
        <translation>Die Maschine von %1 ist weg.</translation>
    </message>
    <message>
        <source>%1 is in a state that this version does not know: %2.</source>
        <translation>%1 ist in einem Zustand, den diese Version nicht kennt: %2.</translation>
    </message>
    <message>
        <source>Wait a little; the list shows when it changes.</source>
        <translation>Warten Sie ein wenig; die Liste zeigt, wenn es sich ändert.</translation>
    </message>
    <message>
        <source>Start it.</source>
        <translation>Starten Sie es.</translation>
    </message>
    <message>
        <source>Restart it.</source>
        <translation>Starten Sie es neu.</translation>
    </message>
    <message>
        <source>Stop it by force.</source>
        <translation>Halten Sie es mit Gewalt an.</translation>
    </message>
    <message>
        <source>Give it more memory: resize it.</source>
        <translation>Geben Sie ihm mehr Speicher: ändern Sie die Größe.</translation>
    </message>
    <message>
        <source>Recreate its machine; the disk stays.</source>
        <translation>Legen Sie die Maschine neu an; die Platte bleibt.</translation>
    </message>
    <message>
        <source>Restore its last snapshot on another computer.</source>
        <translation>Stellen Sie den letzten Snapshot auf einem anderen Rechner wieder her.</translation>
    </message>
    <message>
        <source>Forget it, if it is not wanted any more.</source>
        <translation>Vergessen Sie es, wenn es nicht mehr gebraucht wird.</translation>
    </message>
    <message>
        <source>It has been up for %1.</source>
        <extracomment>%1 is a duration such as &quot;2 h 14 min&quot;</extracomment>
        <translation>Es läuft seit %1.</translation>
    </message>
    <message>
        <source>It has been so for %1.</source>
        <extracomment>%1 is a duration such as &quot;12 min&quot;</extracomment>
        <translation>Es ist so seit %1.</translation>
    </message>
</context>
<context>
    <name>swarm::IdleDialog</name>
    <message>
        <source>Idle rule of %1</source>
        <translation>Leerlaufregel von %1</translation>
    </message>
    <message>
        <source>Change rule</source>
        <translation>Regel ändern</translation>
    </message>
    <message>
        <source>Minutes until it stops</source>
        <translation>Minuten bis zum Anhalten</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>&amp;When nobody is connected</source>
        <translation>&amp;Wenn niemand verbunden ist</translation>
    </message>
    <message>
        <source>Only machines of up to 2 GB can be suspended.</source>
        <translation>Nur Maschinen bis 2 GB lassen sich schlafen legen.</translation>
    </message>
    <message>
        <source>It runs, and costs, until somebody stops it.</source>
        <translation>Es läuft und kostet, bis jemand anhält.</translation>
    </message>
</context>
<context>
    <name>swarm::ImageDialog</name>
    <message>
        <source>Image of %1</source>
        <translation>Image von %1</translation>
    </message>
    <message>
        <source>Change image</source>
        <translation>Image ändern</translation>
    </message>
    <message>
        <source>&amp;Change it all the same</source>
        <translation>&amp;Trotzdem ändern</translation>
    </message>
    <message>
        <source>&amp;Repository</source>
        <translation>&amp;Repository</translation>
    </message>
    <message>
        <source>&amp;Tag or version</source>
        <translation>&amp;Tag oder Version</translation>
    </message>
    <message>
        <source>An image has a repository and a tag, such as codercom/code-server and latest.</source>
        <translation>Ein Image hat ein Repository und ein Tag, etwa codercom/code-server und latest.</translation>
    </message>
    <message>
        <source>An older editor may not understand what the newer one has written into the home folder.</source>
        <translation>Ein älterer Editor versteht vielleicht nicht, was der neuere ins Home-Verzeichnis geschrieben hat.</translation>
    </message>
    <message>
        <source>Another major version may not understand what this one has written into the home folder.</source>
        <translation>Eine andere Hauptversion versteht vielleicht nicht, was diese ins Home-Verzeichnis geschrieben hat.</translation>
    </message>
    <message>
        <source>It has this image now.</source>
        <translation>Dieses Image hat es schon.</translation>
    </message>
</context>
<context>
    <name>swarm::InstanceActions</name>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Öffnen</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>S&amp;uspend</source>
        <translation>Schlafen &amp;legen</translation>
    </message>
    <message>
        <source>&amp;Restart</source>
        <translation>&amp;Neu starten</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>&amp;Copy address</source>
        <translation>Adresse &amp;kopieren</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>Än&amp;dern</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Melden Sie sich erst an.</translation>
    </message>
    <message>
        <source>Select an instance first.</source>
        <translation>Wählen Sie erst eine Instanz.</translation>
    </message>
    <message>
        <source>Change the selected instance</source>
        <translation>Die gewählte Instanz ändern</translation>
    </message>
</context>
<context>
    <name>swarm::InstanceDetails</name>
    <message>
        <source>Nothing was done with it since the program began.</source>
        <translation>Seit dem Programmstart wurde nichts damit getan.</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>About the instance</source>
        <translation>Über die Instanz</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Logs</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Fly.io did not tell of it lately; this is what was known last.</source>
        <translation>Fly.io hat lange nichts davon gesagt; dies war zuletzt bekannt.</translation>
    </message>
</context>
<context>
    <name>swarm::InstanceWords</name>
    <message>
        <source>Creating</source>
        <translation>Wird angelegt</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>Startet neu</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Hält an</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Suspending</source>
        <translation>Schläft ein</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Schläft</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>Ändert sich</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Wird gelöscht</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Vermisst</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Starting · editor</source>
        <translation>Startet · Editor</translation>
    </message>
    <message>
        <source>%1 just now</source>
        <extracomment>%1 is &quot;Stopped&quot; or &quot;Suspended&quot;, %2 a duration such as &quot;3 d&quot;</extracomment>
        <translation>Eben: %1</translation>
    </message>
    <message>
        <source>%1 %2 ago</source>
        <translation>%1 vor %2</translation>
    </message>
    <message>
        <source>Unhealthy: Fly.io cannot reach the computer it runs on</source>
        <translation>Krank: Fly.io erreicht den Rechner nicht, auf dem es läuft</translation>
    </message>
    <message>
        <source>Unhealthy: the editor does not answer</source>
        <translation>Krank: der Editor antwortet nicht</translation>
    </message>
    <message>
        <source>Unhealthy: Fly.io does not list its machine any more</source>
        <translation>Krank: Fly.io führt die Maschine nicht mehr</translation>
    </message>
    <message>
        <source>Unhealthy: this version does not know the state that Fly.io reports</source>
        <translation>Krank: diese Version kennt den Zustand nicht, den Fly.io meldet</translation>
    </message>
    <message>
        <source>Unhealthy: it ran out of memory</source>
        <translation>Krank: der Speicher reichte nicht</translation>
    </message>
    <message>
        <source>Unhealthy: it crashed</source>
        <translation>Krank: es stürzte ab</translation>
    </message>
    <message>
        <source>Unhealthy: Fly.io could not run the machine</source>
        <translation>Krank: Fly.io konnte die Maschine nicht ausführen</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>zu wenig Speicher</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>Leerlauf</translation>
    </message>
    <message>
        <source>the editor quit</source>
        <translation>der Editor hat sich beendet</translation>
    </message>
    <message>
        <source>crashed</source>
        <translation>abgestürzt</translation>
    </message>
    <message>
        <source>crashed, exit code %1</source>
        <translation>abgestürzt, Code %1</translation>
    </message>
    <message>
        <source>%1 · host unreachable</source>
        <extracomment>%1 is a state such as &quot;Running&quot;</extracomment>
        <translation>%1 · Rechner nicht erreichbar</translation>
    </message>
    <message>
        <source>Running · editor not answering</source>
        <translation>Läuft · Editor antwortet nicht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is a state such as &quot;Stopped&quot;, %2 the reason, such as &quot;out of memory&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Running for %1</source>
        <translation>Läuft seit %1</translation>
    </message>
    <message>
        <source>Healthy: the editor answers</source>
        <translation>Gesund: der Editor antwortet</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Recovering: the editor does not answer yet</source>
        <translation>Erholt sich: der Editor antwortet noch nicht</translation>
    </message>
    <message>
        <source>Recovering: the machine is changing</source>
        <translation>Erholt sich: die Maschine ändert sich</translation>
    </message>
    <message>
        <source>Asleep: a visit to its address wakes it</source>
        <translation>Schläft: ein Besuch der Adresse weckt sie</translation>
    </message>
    <message>
        <source>Asleep</source>
        <translation>Schläft</translation>
    </message>
    <message>
        <source>%1 shared CPU · %2</source>
        <extracomment>%1 is a number of CPUs, %2 an amount of memory</extracomment>
        <translation>%1 geteilte CPU · %2</translation>
    </message>
    <message>
        <source>%1 performance CPU · %2</source>
        <translation>%1 Leistungs-CPU · %2</translation>
    </message>
    <message>
        <source>%1 shared · %2</source>
        <extracomment>%1 is a number of CPUs, %2 an amount of memory</extracomment>
        <translation>%1 geteilt · %2</translation>
    </message>
    <message>
        <source>%1 perf · %2</source>
        <translation>%1 Leistung · %2</translation>
    </message>
    <message>
        <source>Not read from the machine yet</source>
        <translation>Noch nicht von der Maschine gelesen</translation>
    </message>
    <message>
        <source>Off: runs until somebody stops it</source>
        <translation>Aus: läuft, bis jemand anhält</translation>
    </message>
    <message>
        <source>Armed: suspends within minutes of the last tab closing</source>
        <translation>Scharf: schläft Minuten nach dem Schließen des letzten Tabs</translation>
    </message>
    <message>
        <source>Armed: stops within minutes of the last tab closing</source>
        <translation>Scharf: hält Minuten nach dem Schließen des letzten Tabs an</translation>
    </message>
    <message>
        <source>Armed: stops %1 after the last activity</source>
        <translation>Scharf: hält %1 nach der letzten Tätigkeit an</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen</translation>
    </message>
    <message>
        <source>Suspend soon after the last tab closes</source>
        <translation>Schlafen legen, bald nachdem der letzte Tab schließt</translation>
    </message>
    <message>
        <source>Stop soon after the last tab closes</source>
        <translation>Anhalten, bald nachdem der letzte Tab schließt</translation>
    </message>
    <message>
        <source>Stop a set time after the last activity</source>
        <translation>Anhalten, eine feste Zeit nach der letzten Tätigkeit</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>a date: day, name of the month, year; see QLocale::toString() for the letters</extracomment>
        <translation>d. MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>swarm::ListPane</name>
    <message>
        <source>Loading your swarm</source>
        <translation>Lädt Ihren Schwarm</translation>
    </message>
    <message>
        <source>No instances yet</source>
        <translation>Noch keine Instanzen</translation>
    </message>
    <message>
        <source>New instance</source>
        <translation>Neue Instanz</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Asking Fly.io what is there.</source>
        <translation>Fragt Fly.io, was da ist.</translation>
    </message>
    <message>
        <source>No instance has all of these words in its name, region, state, image, size or id.</source>
        <translation>Keine Instanz hat alle diese Wörter in Name, Region, Zustand, Image, Größe oder Kennung.</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>Instanzen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>data-cleaning-2026</source>
        <extracomment>A name of usual length, to make its column wide enough.</extracomment>
        <translation>datenbereinigung-26</translation>
    </message>
    <message>
        <source>Recreate</source>
        <translation>Neu anlegen</translation>
    </message>
</context>
<context>
    <name>swarm::LogTools</name>
    <message>
        <source>Only what matches</source>
        <translation>Nur Treffer</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Look for a regular expression</source>
        <translation>Nach einem regulären Ausdruck suchen</translation>
    </message>
    <message>
        <source>Look for, as a regular expression</source>
        <translation>Suchen, als regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Match before</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Source of the lines</source>
        <translation>Herkunft der Zeilen</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>Alle Quellen</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Level of the lines</source>
        <translation>Stufe der Zeilen</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>Warnings, errors</source>
        <translation>Warnungen, Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>swarm::LogView</name>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>That is no regular expression: %1.</source>
        <extracomment>%1 is what is wrong, in English</extracomment>
        <translation>Das ist kein regulärer Ausdruck: %1.</translation>
    </message>
    <message>
        <source>Paused. New lines that wait: %1</source>
        <translation>Angehalten. Neue Zeilen, die warten: %1</translation>
    </message>
    <message>
        <source>Waiting for lines…</source>
        <translation>Wartet auf Zeilen…</translation>
    </message>
    <message>
        <source>Nothing was logged yet.</source>
        <translation>Noch nichts geloggt.</translation>
    </message>
    <message>
        <source>Lines that match: %1 of %2</source>
        <extracomment>how many lines match, and how many there are</extracomment>
        <translation>Passende Zeilen: %1 von %2</translation>
    </message>
    <message>
        <source>Lines: %1</source>
        <translation>Zeilen: %1</translation>
    </message>
    <message>
        <source>Save the lines that are shown</source>
        <translation>Die gezeigten Zeilen speichern</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 ließ sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>No line matches.</source>
        <translation>Keine Zeile passt.</translation>
    </message>
    <message>
        <source>Match in line %1 of %2</source>
        <extracomment>%1 is the number of a line, %2 how many there are</extracomment>
        <translation>Treffer in Zeile %1 von %2</translation>
    </message>
</context>
<context>
    <name>swarm::MainWindow</name>
    <message>
        <source>&amp;New instance</source>
        <translation>&amp;Neue Instanz</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt nachsehen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>What nobody uses…</source>
        <translation>Was niemand benutzt…</translation>
    </message>
    <message>
        <source>Adopt an editor…</source>
        <translation>Editor übernehmen…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Do something…</source>
        <translation>Etwas tun…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Dokumentation</translation>
    </message>
    <message>
        <source>About Remote Swarm</source>
        <translation>Über Remote Swarm</translation>
    </message>
    <message>
        <source>Remote Swarm · Demo</source>
        <translation>Remote Swarm · Demo</translation>
    </message>
    <message>
        <source>Remote Swarm</source>
        <translation>Remote Swarm</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>A Standard one (%1) costs about %2 an hour while it runs, and its disk of %3 GB about %4 a month.</source>
        <translation>Eine übliche (%1) kostet etwa %2 die Stunde, solange sie läuft, und ihre Platte mit %3 GB etwa %4 im Monat.</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Melden Sie sich erst an.</translation>
    </message>
    <message>
        <source>Your token may only read. Sign in with another one to create instances.</source>
        <translation>Ihr Token darf nur lesen. Melden Sie sich mit einem anderen an, um Instanzen anzulegen.</translation>
    </message>
    <message>
        <source>Your token is for single apps only. Sign in with another one to create instances.</source>
        <translation>Ihr Token gilt nur für einzelne Apps. Melden Sie sich mit einem anderen an, um Instanzen anzulegen.</translation>
    </message>
    <message>
        <source>The list below is as it was at %1.</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>Die Liste unten ist von %1.</translation>
    </message>
    <message>
        <source>The list below is as it was when Remote Swarm ran last.</source>
        <translation>Die Liste unten ist vom letzten Lauf von Remote Swarm.</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>Än&amp;dern</translation>
    </message>
    <message>
        <source>Remote Swarm stays in the tray</source>
        <translation>Remote Swarm bleibt im Infobereich</translation>
    </message>
    <message>
        <source>Closing the window leaves Remote Swarm in the tray, where it keeps an eye on your swarm. Quit it from its menu there.</source>
        <translation>Wenn Sie das Fenster schließen, bleibt Remote Swarm im Infobereich und behält Ihren Schwarm im Blick. Beenden Sie es dort im Menü.</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>Im Infobereich bleiben</translation>
    </message>
    <message>
        <source>Quit when closed</source>
        <translation>Beim Schließen beenden</translation>
    </message>
    <message>
        <source>Between the list and the details</source>
        <translation>Zwischen Liste und Einzelheiten</translation>
    </message>
    <message>
        <source>Billing page</source>
        <translation>Abrechnungsseite</translation>
    </message>
    <message>
        <source>Remote Swarm %1 is there.</source>
        <extracomment>%1 is a version, such as 0.2.0</extracomment>
        <translation>Remote Swarm %1 ist da.</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Was ist neu</translation>
    </message>
    <message>
        <source>Columns and order…</source>
        <translation>Spalten und Reihenfolge …</translation>
    </message>
</context>
<context>
    <name>swarm::MetricsPage</name>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>CPU, in cores</source>
        <translation>CPU, in Kernen</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>used</source>
        <translation>belegt</translation>
    </message>
    <message>
        <source>of</source>
        <translation>von</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>in</source>
        <translation>hinein</translation>
    </message>
    <message>
        <source>out</source>
        <translation>hinaus</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 h</translation>
    </message>
    <message>
        <source>7 d</source>
        <translation>7 d</translation>
    </message>
    <message>
        <source>The last %1</source>
        <extracomment>%1 is a time, such as &quot;6 h&quot;</extracomment>
        <translation>Die letzten %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Asking Fly.io…</source>
        <translation>Fragt Fly.io…</translation>
    </message>
    <message>
        <source>Nothing was measured in this time: the machine was off.</source>
        <translation>In dieser Zeit wurde nichts gemessen: die Maschine war aus.</translation>
    </message>
</context>
<context>
    <name>swarm::MoveDialog</name>
    <message>
        <source>Move %1</source>
        <translation>%1 umziehen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Umziehen</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>It moves to another computer of the same region.</source>
        <translation>Es zieht auf einen anderen Rechner derselben Region um.</translation>
    </message>
    <message>
        <source>About %1 an hour while it runs, instead of %2.</source>
        <translation>Etwa %1 die Stunde, solange es läuft, statt %2.</translation>
    </message>
    <message>
        <source>Its disk is copied, and the address stays. The copy here is kept asleep, for about %1 a month, until you remove it or go back to it.</source>
        <translation>Die Platte wird kopiert, und die Adresse bleibt. Die Kopie hier bleibt schlafend, für etwa %1 im Monat, bis Sie sie entfernen oder zu ihr zurückkehren.</translation>
    </message>
</context>
<context>
    <name>swarm::Network</name>
    <message>
        <source>about %1 a month</source>
        <extracomment>%1 is an amount such as $2.00</extracomment>
        <translation>etwa %1 im Monat</translation>
    </message>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>Shared IPv4</source>
        <translation>Geteilte IPv4</translation>
    </message>
    <message>
        <source>Dedicated IPv4</source>
        <translation>Eigene IPv4</translation>
    </message>
    <message>
        <source>IPv6</source>
        <translation>IPv6</translation>
    </message>
    <message>
        <source>Private IPv6</source>
        <translation>Private IPv6</translation>
    </message>
    <message>
        <source>Outgoing IPv4</source>
        <translation>Ausgehende IPv4</translation>
    </message>
    <message>
        <source>Outgoing IPv6</source>
        <translation>Ausgehende IPv6</translation>
    </message>
    <message>
        <source>Other address</source>
        <translation>Andere Adresse</translation>
    </message>
    <message>
        <source>with its IPv4</source>
        <translation>mit ihrer IPv4</translation>
    </message>
    <message>
        <source>Shared IPv4, %1: for the editor, and for ports with HTTP or TLS.</source>
        <extracomment>%1 is a price such as &quot;free&quot;, here and in what follows</extracomment>
        <translation>Geteilte IPv4, %1: für den Editor und Ports mit HTTP oder TLS.</translation>
    </message>
    <message>
        <source>Dedicated IPv4, %1, also while the instance is stopped: for any port.</source>
        <translation>Eigene IPv4, %1, auch solange die Instanz steht: für jeden Port.</translation>
    </message>
    <message>
        <source>IPv6, %1: for any port, where visitors have IPv6.</source>
        <translation>IPv6, %1: für jeden Port, wo Besucher IPv6 haben.</translation>
    </message>
    <message>
        <source>Private IPv6, %1: for visitors on a private network only.</source>
        <translation>Private IPv6, %1: nur für Besucher in einem privaten Netz.</translation>
    </message>
    <message>
        <source>Outgoing IPv4 and IPv6, %1, also while the instance is stopped: it always calls from the same addresses.</source>
        <translation>Ausgehende IPv4 und IPv6, %1, auch solange die Instanz steht: sie ruft immer von denselben Adressen an.</translation>
    </message>
    <message>
        <source>%1 is the last address of this instance. Without it nobody can reach the editor.</source>
        <translation>%1 ist die letzte Adresse dieser Instanz. Ohne sie erreicht niemand den Editor.</translation>
    </message>
    <message>
        <source>Waiting for the DNS</source>
        <translation>Wartet auf das DNS</translation>
    </message>
    <message>
        <source>Getting the certificate</source>
        <translation>Holt das Zertifikat</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Expired on %1</source>
        <translation>Abgelaufen am %1</translation>
    </message>
    <message>
        <source>Ready until %1</source>
        <translation>Bereit bis %1</translation>
    </message>
    <message>
        <source>No certificate</source>
        <translation>Kein Zertifikat</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Set this record where the DNS of %1 is kept:</source>
        <translation>Setzen Sie diesen Eintrag, wo das DNS von %1 geführt wird:</translation>
    </message>
    <message>
        <source>Or, where an alias is not possible, these:</source>
        <translation>Oder, wo ein Alias nicht möglich ist, diese:</translation>
    </message>
    <message>
        <source>Set this where the DNS of %1 is kept:</source>
        <translation>Setzen Sie dies, wo das DNS von %1 geführt wird:</translation>
    </message>
    <message>
        <source>This one is needed too, for a certificate with *:</source>
        <translation>Dieser ist auch nötig, für ein Zertifikat mit *:</translation>
    </message>
    <message>
        <source>With this one the certificate is ready before visitors are sent here:</source>
        <translation>Mit diesem ist das Zertifikat bereit, bevor Besucher hierher geschickt werden:</translation>
    </message>
    <message>
        <source>Only when a proxy stands in front of it, this shows that the name is yours:</source>
        <translation>Nur wenn ein Proxy davor steht, zeigt dies, dass der Name Ihrer ist:</translation>
    </message>
    <message>
        <source>A name with * costs %1.</source>
        <translation>Ein Name mit * kostet %1.</translation>
    </message>
    <message>
        <source>The first %1 host names of an organization are free, then each costs %2.</source>
        <translation>Die ersten %1 Hostnamen einer Organisation sind frei, dann kostet jeder %2.</translation>
    </message>
    <message>
        <source>Type a host name, such as code.example.com.</source>
        <translation>Tippen Sie einen Hostnamen, etwa code.example.com.</translation>
    </message>
    <message>
        <source>Type the host name alone, without https://.</source>
        <translation>Tippen Sie nur den Hostnamen, ohne https://.</translation>
    </message>
    <message>
        <source>Type the host name alone, without what follows a slash.</source>
        <translation>Tippen Sie nur den Hostnamen, ohne was auf einen Schrägstrich folgt.</translation>
    </message>
    <message>
        <source>Type the host name alone, without a port.</source>
        <translation>Tippen Sie nur den Hostnamen, ohne Port.</translation>
    </message>
    <message>
        <source>Type a host name, not an IP address.</source>
        <translation>Tippen Sie einen Hostnamen, keine IP-Adresse.</translation>
    </message>
    <message>
        <source>Host names have letters, digits and dashes, with dots between.</source>
        <translation>Hostnamen haben Buchstaben, Ziffern und Striche, mit Punkten dazwischen.</translation>
    </message>
    <message>
        <source>Host names have at most 63 characters between dots, and 253 in all.</source>
        <translation>Hostnamen haben höchstens 63 Zeichen zwischen Punkten und 253 im Ganzen.</translation>
    </message>
    <message>
        <source>Type the whole host name, such as code.example.com.</source>
        <translation>Tippen Sie den ganzen Hostnamen, etwa code.example.com.</translation>
    </message>
    <message>
        <source>Names below fly.dev belong to Fly.io. Use a host name of your own.</source>
        <translation>Namen unter fly.dev gehören Fly.io. Nehmen Sie einen eigenen Hostnamen.</translation>
    </message>
    <message>
        <source>%1 is not a port: use a number from 1 to 65535.</source>
        <translation>%1 ist kein Port: nehmen Sie eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>%1 is not a port of the instance: use a number from 1 to 65535.</source>
        <translation>%1 ist kein Port der Instanz: nehmen Sie eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>Use tcp or udp, not &quot;%1&quot;.</source>
        <translation>Nehmen Sie tcp oder udp, nicht „%1“.</translation>
    </message>
    <message>
        <source>Port %1 leads to the editor. Use another one.</source>
        <translation>Port %1 führt zum Editor. Nehmen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Port %1 inside the instance is the editor&apos;s own: it is reached by https only.</source>
        <translation>Port %1 in der Instanz ist der des Editors: er ist nur über https erreichbar.</translation>
    </message>
    <message>
        <source>Port %1: the handlers are http, tls, pg_tls and proxy_proto.</source>
        <translation>Port %1: die Handler sind http, tls, pg_tls und proxy_proto.</translation>
    </message>
    <message>
        <source>Port %1: udp has no handlers.</source>
        <translation>Port %1: udp hat keine Handler.</translation>
    </message>
    <message>
        <source>Port %1 is open already.</source>
        <translation>Port %1 ist schon offen.</translation>
    </message>
    <message>
        <source>The shared IPv4 carries HTTP and TLS only: %1 does not work over it. Add a dedicated IPv4, %2.</source>
        <translation>Die geteilte IPv4 trägt nur HTTP und TLS: %1 geht nicht darüber. Fügen Sie eine eigene IPv4 hinzu, %2.</translation>
    </message>
    <message>
        <source>The shared IPv4 carries HTTP and TLS only: %1 do not work over it. Add a dedicated IPv4, %2.</source>
        <translation>Die geteilte IPv4 trägt nur HTTP und TLS: %1 gehen nicht darüber. Fügen Sie eine eigene IPv4 hinzu, %2.</translation>
    </message>
</context>
<context>
    <name>swarm::NetworkPage</name>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Host names</source>
        <translation>Hostnamen</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>Hostname</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt nachsehen</translation>
    </message>
    <message>
        <source>Each instance has a private network of its own: none can reach a port of another one.</source>
        <translation>Jede Instanz hat ein eigenes privates Netz: keine erreicht einen Port einer anderen.</translation>
    </message>
    <message>
        <source>Host names of your own</source>
        <translation>Eigene Hostnamen</translation>
    </message>
    <message>
        <source>Host name to add</source>
        <translation>Hostname zum Hinzufügen</translation>
    </message>
    <message>
        <source>Copy the DNS records</source>
        <translation>Die DNS-Einträge kopieren</translation>
    </message>
    <message>
        <source>Asking Fly.io…</source>
        <translation>Fragt Fly.io…</translation>
    </message>
    <message>
        <source>It answers at %1 only.</source>
        <extracomment>%1 is an address such as box.fly.dev</extracomment>
        <translation>Es antwortet nur unter %1.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Remove the address %1?</source>
        <extracomment>%1 is an address</extracomment>
        <translation>Die Adresse %1 entfernen?</translation>
    </message>
    <message>
        <source>Remove an address</source>
        <translation>Eine Adresse entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove a host name</source>
        <translation>Einen Hostnamen entfernen</translation>
    </message>
    <message>
        <source>Remove %1 and its certificate? Nobody gets here by that name any more.</source>
        <extracomment>%1 is a host name</extracomment>
        <translation>%1 und das Zertifikat entfernen? Unter diesem Namen kommt dann niemand mehr hierher.</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Ports…</source>
        <translation>Ports …</translation>
    </message>
</context>
<context>
    <name>swarm::Notice</name>
    <message>
        <source>%1 goes on running</source>
        <extracomment>%1 is one name, or several</extracomment>
        <translation>%1 läuft weiter</translation>
    </message>
    <message>
        <source>About to stop %1</source>
        <translation>%1 wird gleich angehalten</translation>
    </message>
    <message>
        <source>Stopping %1</source>
        <translation>%1 wird angehalten</translation>
    </message>
    <message>
        <source>About to suspend %1</source>
        <translation>%1 wird gleich schlafen gelegt</translation>
    </message>
    <message>
        <source>Suspending %1</source>
        <translation>%1 wird schlafen gelegt</translation>
    </message>
    <message>
        <source>The computer goes to sleep.</source>
        <translation>Der Computer geht schlafen.</translation>
    </message>
    <message>
        <source>The screen is locked.</source>
        <translation>Der Bildschirm ist gesperrt.</translation>
    </message>
    <message>
        <source>You have been away for a while.</source>
        <translation>Sie sind schon eine Weile weg.</translation>
    </message>
    <message>
        <source>Remote Swarm ends.</source>
        <translation>Remote Swarm endet.</translation>
    </message>
    <message numerus="yes">
        <source>In %n seconds, unless you come back.</source>
        <translation>
            <numerusform>In %n Sekunde, wenn Sie nicht zurückkommen.</numerusform>
            <numerusform>In %n Sekunden, wenn Sie nicht zurückkommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fly.io cannot suspend %1: only machines with 2 GB or less.</source>
        <translation>Fly.io kann %1 nicht schlafen legen: nur Maschinen mit höchstens 2 GB.</translation>
    </message>
    <message>
        <source>%1 is ready</source>
        <translation>%1 ist bereit</translation>
    </message>
    <message>
        <source>%1 was suspended</source>
        <translation>%1 wurde schlafen gelegt</translation>
    </message>
    <message>
        <source>%1 stopped</source>
        <translation>%1 hat angehalten</translation>
    </message>
    <message>
        <source>%1 needs attention</source>
        <translation>%1 braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>%1 has been running for long</source>
        <translation>%1 läuft schon lange</translation>
    </message>
    <message>
        <source>This month&apos;s budget is used up</source>
        <translation>Das Budget dieses Monats ist aufgebraucht</translation>
    </message>
    <message>
        <source>%1 % of this month&apos;s budget is used</source>
        <translation>%1 % des Budgets dieses Monats sind verbraucht</translation>
    </message>
    <message>
        <source>Its disk keeps everything in /home/coder.</source>
        <translation>Die Platte bewahrt alles in /home/coder.</translation>
    </message>
    <message>
        <source>Why: %1.</source>
        <translation>Warum: %1.</translation>
    </message>
    <message>
        <source>About %1 of %2 so far, without snapshots and addresses.</source>
        <translation>Etwa %1 von %2 bisher, ohne Snapshots und Adressen.</translation>
    </message>
    <message>
        <source>An instance became ready</source>
        <translation>Eine Instanz wurde bereit</translation>
    </message>
    <message>
        <source>An instance stopped, and why</source>
        <translation>Eine Instanz hat angehalten, und warum</translation>
    </message>
    <message>
        <source>Something failed or needs attention</source>
        <translation>Etwas scheiterte oder braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Instances are about to be suspended because you left</source>
        <translation>Instanzen werden gleich schlafen gelegt, weil Sie gingen</translation>
    </message>
    <message>
        <source>An instance has been running for long</source>
        <translation>Eine Instanz läuft schon lange</translation>
    </message>
    <message>
        <source>80 % and 100 % of the monthly budget are used</source>
        <translation>80 % und 100 % des Monatsbudgets sind verbraucht</translation>
    </message>
    <message>
        <source>The computer goes to sleep</source>
        <translation>Der Computer geht schlafen</translation>
    </message>
    <message>
        <source>The screen is locked</source>
        <translation>Der Bildschirm ist gesperrt</translation>
    </message>
    <message>
        <source>Nobody touches the computer for long</source>
        <translation>Lange rührt niemand den Computer an</translation>
    </message>
    <message>
        <source>Remote Swarm quits</source>
        <translation>Remote Swarm wird beendet</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Nichts tun</translation>
    </message>
    <message>
        <source>Suspend what can suspend</source>
        <translation>Schlafen legen, was schlafen kann</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>%1 ran out of memory</source>
        <translation>%1 hatte zu wenig Speicher</translation>
    </message>
    <message>
        <source>%1 crashed</source>
        <translation>%1 ist abgestürzt</translation>
    </message>
    <message>
        <source>It was started again; what was not saved is lost.</source>
        <translation>Es wurde neu gestartet; was nicht gespeichert war, ist verloren.</translation>
    </message>
</context>
<context>
    <name>swarm::NoticeBar</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Weg damit</translation>
    </message>
</context>
<context>
    <name>swarm::NoticeBoard</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Start and open</source>
        <translation>Starten und öffnen</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Schlafen legen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Keep for 1 h</source>
        <translation>1 h lassen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>swarm::OperationRow</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Weg damit</translation>
    </message>
    <message>
        <source>Cancel: %1</source>
        <extracomment>%1 is an operation, such as &quot;Start thesis&quot;</extracomment>
        <translation>Abbrechen: %1</translation>
    </message>
    <message>
        <source>Retry: %1</source>
        <translation>Noch einmal: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is &quot;Undo&quot; and the like, %2 an operation such as &quot;Stop thesis&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Dismiss: %1</source>
        <translation>Weg damit: %1</translation>
    </message>
    <message>
        <source>Details: %1</source>
        <translation>Einzelheiten: %1</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Zeit: %1</translation>
    </message>
</context>
<context>
    <name>swarm::OperationWords</name>
    <message>
        <source>Create %1</source>
        <translation>%1 anlegen</translation>
    </message>
    <message>
        <source>Created %1</source>
        <translation>%1 angelegt</translation>
    </message>
    <message>
        <source>Could not create %1</source>
        <translation>%1 ließ sich nicht anlegen</translation>
    </message>
    <message>
        <source>Creating %1 was cancelled</source>
        <translation>Anlegen von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>%1 geöffnet</translation>
    </message>
    <message>
        <source>Could not open %1</source>
        <translation>%1 ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>Opening %1 was cancelled</source>
        <translation>Öffnen von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>Started %1</source>
        <translation>%1 gestartet</translation>
    </message>
    <message>
        <source>Could not start %1</source>
        <translation>%1 ließ sich nicht starten</translation>
    </message>
    <message>
        <source>Starting %1 was cancelled</source>
        <translation>Starten von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 anhalten</translation>
    </message>
    <message>
        <source>Stopped %1</source>
        <translation>%1 angehalten</translation>
    </message>
    <message>
        <source>Could not stop %1</source>
        <translation>%1 ließ sich nicht anhalten</translation>
    </message>
    <message>
        <source>Stopping %1 was cancelled</source>
        <translation>Anhalten von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Suspend %1</source>
        <translation>%1 schlafen legen</translation>
    </message>
    <message>
        <source>Suspended %1</source>
        <translation>%1 schlafen gelegt</translation>
    </message>
    <message>
        <source>Could not suspend %1</source>
        <translation>%1 ließ sich nicht schlafen legen</translation>
    </message>
    <message>
        <source>Suspending %1 was cancelled</source>
        <translation>Schlafenlegen von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Restart %1</source>
        <translation>%1 neu starten</translation>
    </message>
    <message>
        <source>Restarted %1</source>
        <translation>%1 neu gestartet</translation>
    </message>
    <message>
        <source>Could not restart %1</source>
        <translation>%1 ließ sich nicht neu starten</translation>
    </message>
    <message>
        <source>Restarting %1 was cancelled</source>
        <translation>Neustart von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Deleted %1</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>Could not delete %1</source>
        <translation>%1 ließ sich nicht löschen</translation>
    </message>
    <message>
        <source>Deleting %1 was cancelled</source>
        <translation>Löschen von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>Größe von %1 ändern</translation>
    </message>
    <message>
        <source>Resized %1</source>
        <translation>Größe von %1 geändert</translation>
    </message>
    <message>
        <source>Could not resize %1</source>
        <translation>Größe von %1 ließ sich nicht ändern</translation>
    </message>
    <message>
        <source>Resizing %1 was cancelled</source>
        <translation>Größenänderung von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Extend the disk of %1</source>
        <translation>Platte von %1 vergrößern</translation>
    </message>
    <message>
        <source>Extended the disk of %1</source>
        <translation>Platte von %1 vergrößert</translation>
    </message>
    <message>
        <source>Could not extend the disk of %1</source>
        <translation>Platte von %1 ließ sich nicht vergrößern</translation>
    </message>
    <message>
        <source>Extending the disk of %1 was cancelled</source>
        <translation>Vergrößern der Platte von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Change the image of %1</source>
        <translation>Image von %1 ändern</translation>
    </message>
    <message>
        <source>Changed the image of %1</source>
        <translation>Image von %1 geändert</translation>
    </message>
    <message>
        <source>Could not change the image of %1</source>
        <translation>Image von %1 ließ sich nicht ändern</translation>
    </message>
    <message>
        <source>Changing the image of %1 was cancelled</source>
        <translation>Ändern des Images von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Change the environment of %1</source>
        <translation>Umgebung von %1 ändern</translation>
    </message>
    <message>
        <source>Changed the environment of %1</source>
        <translation>Umgebung von %1 geändert</translation>
    </message>
    <message>
        <source>Could not change the environment of %1</source>
        <translation>Umgebung von %1 ließ sich nicht ändern</translation>
    </message>
    <message>
        <source>Changing the environment of %1 was cancelled</source>
        <translation>Ändern der Umgebung von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Change the idle rule of %1</source>
        <translation>Leerlaufregel von %1 ändern</translation>
    </message>
    <message>
        <source>Changed the idle rule of %1</source>
        <translation>Leerlaufregel von %1 geändert</translation>
    </message>
    <message>
        <source>Could not change the idle rule of %1</source>
        <translation>Leerlaufregel von %1 ließ sich nicht ändern</translation>
    </message>
    <message>
        <source>Changing the idle rule of %1 was cancelled</source>
        <translation>Ändern der Leerlaufregel von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Change the ports of %1</source>
        <translation>Ports von %1 ändern</translation>
    </message>
    <message>
        <source>Changed the ports of %1</source>
        <translation>Ports von %1 geändert</translation>
    </message>
    <message>
        <source>Could not change the ports of %1</source>
        <translation>Ports von %1 ließen sich nicht ändern</translation>
    </message>
    <message>
        <source>Changing the ports of %1 was cancelled</source>
        <translation>Ändern der Ports von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Renamed %1</source>
        <translation>%1 umbenannt</translation>
    </message>
    <message>
        <source>Could not rename %1</source>
        <translation>%1 ließ sich nicht umbenennen</translation>
    </message>
    <message>
        <source>Renaming %1 was cancelled</source>
        <translation>Umbenennen von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Give %1 a new password</source>
        <translation>%1 ein neues Passwort geben</translation>
    </message>
    <message>
        <source>Gave %1 a new password</source>
        <translation>%1 ein neues Passwort gegeben</translation>
    </message>
    <message>
        <source>Could not give %1 a new password</source>
        <translation>%1 ließ sich kein neues Passwort geben</translation>
    </message>
    <message>
        <source>Giving %1 a new password was cancelled</source>
        <translation>Neues Passwort für %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Roll %1 back</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Rolled %1 back</source>
        <translation>%1 zurückgesetzt</translation>
    </message>
    <message>
        <source>Could not roll %1 back</source>
        <translation>%1 ließ sich nicht zurücksetzen</translation>
    </message>
    <message>
        <source>Rolling %1 back was cancelled</source>
        <translation>Zurücksetzen von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Roll the data of %1 back</source>
        <translation>Daten von %1 zurücksetzen</translation>
    </message>
    <message>
        <source>Rolled the data of %1 back</source>
        <translation>Daten von %1 zurückgesetzt</translation>
    </message>
    <message>
        <source>Could not roll the data of %1 back</source>
        <translation>Daten von %1 ließen sich nicht zurücksetzen</translation>
    </message>
    <message>
        <source>Rolling the data of %1 back was cancelled</source>
        <translation>Zurücksetzen der Daten von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Take a snapshot of %1</source>
        <translation>Snapshot von %1 aufnehmen</translation>
    </message>
    <message>
        <source>Took a snapshot of %1</source>
        <translation>Snapshot von %1 aufgenommen</translation>
    </message>
    <message>
        <source>Could not take a snapshot of %1</source>
        <translation>Snapshot von %1 ließ sich nicht aufnehmen</translation>
    </message>
    <message>
        <source>Taking a snapshot of %1 was cancelled</source>
        <translation>Snapshot von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>Restored %1</source>
        <translation>%1 wiederhergestellt</translation>
    </message>
    <message>
        <source>Could not restore %1</source>
        <translation>%1 ließ sich nicht wiederherstellen</translation>
    </message>
    <message>
        <source>Restoring %1 was cancelled</source>
        <translation>Wiederherstellen von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Erase %1</source>
        <translation>%1 tilgen</translation>
    </message>
    <message>
        <source>Erased %1</source>
        <translation>%1 getilgt</translation>
    </message>
    <message>
        <source>Could not erase %1</source>
        <translation>%1 ließ sich nicht tilgen</translation>
    </message>
    <message>
        <source>Erasing %1 was cancelled</source>
        <translation>Tilgen von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Clone into %1</source>
        <translation>In %1 klonen</translation>
    </message>
    <message>
        <source>Cloned into %1</source>
        <translation>In %1 geklont</translation>
    </message>
    <message>
        <source>Could not clone into %1</source>
        <translation>Ließ sich nicht in %1 klonen</translation>
    </message>
    <message>
        <source>Cloning into %1 was cancelled</source>
        <translation>Klonen in %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 umziehen</translation>
    </message>
    <message>
        <source>Moved %1</source>
        <translation>%1 umgezogen</translation>
    </message>
    <message>
        <source>Could not move %1</source>
        <translation>%1 ließ sich nicht umziehen</translation>
    </message>
    <message>
        <source>Moving %1 was cancelled</source>
        <translation>Umzug von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Recreate the machine of %1</source>
        <translation>Maschine von %1 neu anlegen</translation>
    </message>
    <message>
        <source>Recreated the machine of %1</source>
        <translation>Maschine von %1 neu angelegt</translation>
    </message>
    <message>
        <source>Could not recreate the machine of %1</source>
        <translation>Maschine von %1 ließ sich nicht neu anlegen</translation>
    </message>
    <message>
        <source>Recreating the machine of %1 was cancelled</source>
        <translation>Neuanlegen der Maschine von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Go back to the earlier copy of %1</source>
        <translation>Zur früheren Kopie von %1 zurück</translation>
    </message>
    <message>
        <source>Went back to the earlier copy of %1</source>
        <translation>Zur früheren Kopie von %1 zurückgekehrt</translation>
    </message>
    <message>
        <source>Could not go back to the earlier copy of %1</source>
        <translation>Rückkehr zur früheren Kopie von %1 gelang nicht</translation>
    </message>
    <message>
        <source>Going back to the earlier copy of %1 was cancelled</source>
        <translation>Rückkehr zur früheren Kopie von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Remove the earlier copy of %1</source>
        <translation>Frühere Kopie von %1 entfernen</translation>
    </message>
    <message>
        <source>Removed the earlier copy of %1</source>
        <translation>Frühere Kopie von %1 entfernt</translation>
    </message>
    <message>
        <source>Could not remove the earlier copy of %1</source>
        <translation>Frühere Kopie von %1 ließ sich nicht entfernen</translation>
    </message>
    <message>
        <source>Removing the earlier copy of %1 was cancelled</source>
        <translation>Entfernen der früheren Kopie von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Adopt %1</source>
        <translation>%1 übernehmen</translation>
    </message>
    <message>
        <source>Adopted %1</source>
        <translation>%1 übernommen</translation>
    </message>
    <message>
        <source>Could not adopt %1</source>
        <translation>%1 ließ sich nicht übernehmen</translation>
    </message>
    <message>
        <source>Adopting %1 was cancelled</source>
        <translation>Übernehmen von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>%1 vergessen</translation>
    </message>
    <message>
        <source>Forgot %1</source>
        <translation>%1 ist vergessen</translation>
    </message>
    <message>
        <source>Could not forget %1</source>
        <translation>%1 ließ sich nicht vergessen</translation>
    </message>
    <message>
        <source>Forgetting %1 was cancelled</source>
        <translation>Vergessen von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Add an address to %1</source>
        <translation>%1 eine Adresse geben</translation>
    </message>
    <message>
        <source>Added an address to %1</source>
        <translation>%1 eine Adresse gegeben</translation>
    </message>
    <message>
        <source>Could not add an address to %1</source>
        <translation>%1 ließ sich keine Adresse geben</translation>
    </message>
    <message>
        <source>Adding an address to %1 was cancelled</source>
        <translation>Neue Adresse für %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Remove an address of %1</source>
        <translation>Eine Adresse von %1 entfernen</translation>
    </message>
    <message>
        <source>Removed an address of %1</source>
        <translation>Eine Adresse von %1 entfernt</translation>
    </message>
    <message>
        <source>Could not remove an address of %1</source>
        <translation>Adresse von %1 ließ sich nicht entfernen</translation>
    </message>
    <message>
        <source>Removing an address of %1 was cancelled</source>
        <translation>Entfernen einer Adresse von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Add a domain to %1</source>
        <translation>%1 eine Domain geben</translation>
    </message>
    <message>
        <source>Added a domain to %1</source>
        <translation>%1 eine Domain gegeben</translation>
    </message>
    <message>
        <source>Could not add a domain to %1</source>
        <translation>%1 ließ sich keine Domain geben</translation>
    </message>
    <message>
        <source>Adding a domain to %1 was cancelled</source>
        <translation>Neue Domain für %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Remove a domain of %1</source>
        <translation>Eine Domain von %1 entfernen</translation>
    </message>
    <message>
        <source>Removed a domain of %1</source>
        <translation>Eine Domain von %1 entfernt</translation>
    </message>
    <message>
        <source>Could not remove a domain of %1</source>
        <translation>Domain von %1 ließ sich nicht entfernen</translation>
    </message>
    <message>
        <source>Removing a domain of %1 was cancelled</source>
        <translation>Entfernen einer Domain von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Back %1 up</source>
        <translation>%1 sichern</translation>
    </message>
    <message>
        <source>Backed %1 up</source>
        <translation>%1 gesichert</translation>
    </message>
    <message>
        <source>Could not back %1 up</source>
        <translation>%1 ließ sich nicht sichern</translation>
    </message>
    <message>
        <source>Backing %1 up was cancelled</source>
        <translation>Sichern von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Removed %1</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>Could not remove %1</source>
        <translation>%1 ließ sich nicht entfernen</translation>
    </message>
    <message>
        <source>Removing %1 was cancelled</source>
        <translation>Entfernen von %1 wurde abgebrochen</translation>
    </message>
    <message>
        <source>The editor answers and is ready to open.</source>
        <translation>Der Editor antwortet und kann geöffnet werden.</translation>
    </message>
    <message>
        <source>The editor is in the browser.</source>
        <translation>Der Editor ist im Browser.</translation>
    </message>
    <message>
        <source>It was running already.</source>
        <translation>Es lief schon.</translation>
    </message>
    <message>
        <source>The editor answers.</source>
        <translation>Der Editor antwortet.</translation>
    </message>
    <message>
        <source>It was stopped already.</source>
        <translation>Es stand schon.</translation>
    </message>
    <message>
        <source>Its disk keeps everything in /home/coder.</source>
        <translation>Die Platte bewahrt alles in /home/coder.</translation>
    </message>
    <message>
        <source>It was suspended already.</source>
        <translation>Es schlief schon.</translation>
    </message>
    <message>
        <source>It wakes with everything as it was.</source>
        <translation>Es erwacht mit allem, wie es war.</translation>
    </message>
    <message>
        <source>The editor answers again.</source>
        <translation>Der Editor antwortet wieder.</translation>
    </message>
    <message>
        <source>It was so already.</source>
        <translation>Es war schon so.</translation>
    </message>
    <message>
        <source>What is on its disk is untouched.</source>
        <translation>Was auf der Platte ist, blieb unberührt.</translation>
    </message>
    <message>
        <source>It was that large already.</source>
        <translation>Sie war schon so groß.</translation>
    </message>
    <message>
        <source>The disk has grown; it never shrinks.</source>
        <translation>Die Platte ist gewachsen; sie schrumpft nie.</translation>
    </message>
    <message>
        <source>It had that name already.</source>
        <translation>Es hieß schon so.</translation>
    </message>
    <message>
        <source>Its address stays as it is: the app keeps its name.</source>
        <translation>Die Adresse bleibt, wie sie ist: die App behält ihren Namen.</translation>
    </message>
    <message>
        <source>Everybody has been logged out of it.</source>
        <translation>Alle wurden davon abgemeldet.</translation>
    </message>
    <message>
        <source>Snapshot %1, kept for %2 days.</source>
        <extracomment>%1 is the id of a snapshot, %2 a number of days</extracomment>
        <translation>Snapshot %1, bleibt %2 Tage.</translation>
    </message>
    <message>
        <source>Its disk is as it was when it was deleted.</source>
        <translation>Die Platte ist, wie sie beim Löschen war.</translation>
    </message>
    <message>
        <source>Its last snapshot is gone for good.</source>
        <translation>Der letzte Snapshot ist für immer weg.</translation>
    </message>
    <message>
        <source>Its disk is the same, with everything that was on it.</source>
        <translation>Die Platte ist dieselbe, mit allem, was darauf war.</translation>
    </message>
    <message>
        <source>There was none.</source>
        <translation>Es gab keine.</translation>
    </message>
    <message>
        <source>It is part of the swarm from now on.</source>
        <translation>Es gehört von jetzt an zum Schwarm.</translation>
    </message>
    <message>
        <source>Nothing was changed at Fly.io.</source>
        <translation>Bei Fly.io wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1 holds /home/coder.</source>
        <translation>%1 enthält /home/coder.</translation>
    </message>
    <message>
        <source>It was cut off before it had changed anything.</source>
        <translation>Es wurde unterbrochen, bevor es etwas geändert hatte.</translation>
    </message>
    <message>
        <source>It was cut off, and is finished now.</source>
        <translation>Es wurde unterbrochen und ist jetzt fertig.</translation>
    </message>
    <message>
        <source>It was cut off, and what it had made is taken back.</source>
        <translation>Es wurde unterbrochen, und was es angelegt hatte, ist zurückgenommen.</translation>
    </message>
    <message>
        <source>The earlier copy in %1 (%2) sleeps until you remove it or go back to it: about %3 a month.</source>
        <extracomment>%1 is a region, %2 a size such as &quot;10 GB&quot;, %3 an amount of money</extracomment>
        <translation>Die frühere Kopie in %1 (%2) schläft, bis Sie sie entfernen oder zu ihr zurückkehren: etwa %3 im Monat.</translation>
    </message>
    <message>
        <source>It can be restored until %1; until then its last snapshot bills, about %2 a month.</source>
        <extracomment>%1 is a date</extracomment>
        <translation>Bis %1 wiederherstellbar; bis dahin kostet der letzte Snapshot etwa %2 im Monat.</translation>
    </message>
    <message>
        <source>It was gone already.</source>
        <translation>Es war schon weg.</translation>
    </message>
    <message>
        <source>Removed %1.</source>
        <translation>%1 entfernt.</translation>
    </message>
    <message>
        <source>Freed %1 GB, saves about %2 a month.</source>
        <extracomment>%1 is a size in GB, %2 an amount of money</extracomment>
        <translation>%1 GB frei, spart etwa %2 im Monat.</translation>
    </message>
    <message>
        <source>Cancelling: taking back what was begun</source>
        <translation>Bricht ab: nimmt zurück, was begonnen wurde</translation>
    </message>
    <message>
        <source>About to begin</source>
        <translation>Beginnt gleich</translation>
    </message>
    <message>
        <source>%1 (step %2 of %3)</source>
        <extracomment>%1 is what happens now, such as &quot;Waiting for the editor to answer&quot;</extracomment>
        <translation>%1 (Schritt %2 von %3)</translation>
    </message>
    <message>
        <source>Checking what was asked for</source>
        <translation>Prüft, was gewünscht ist</translation>
    </message>
    <message>
        <source>Creating the app</source>
        <translation>Legt die App an</translation>
    </message>
    <message>
        <source>Waiting for Fly.io to know the app</source>
        <translation>Wartet, bis Fly.io die App kennt</translation>
    </message>
    <message>
        <source>Setting the password</source>
        <translation>Setzt das Passwort</translation>
    </message>
    <message>
        <source>Preparing password, address and disk</source>
        <translation>Bereitet Passwort, Adresse und Platte vor</translation>
    </message>
    <message>
        <source>Creating the machine</source>
        <translation>Legt die Maschine an</translation>
    </message>
    <message>
        <source>Starting the machine</source>
        <translation>Startet die Maschine</translation>
    </message>
    <message>
        <source>Waiting for the machine</source>
        <translation>Wartet auf die Maschine</translation>
    </message>
    <message>
        <source>Waiting for the editor to answer</source>
        <translation>Wartet, bis der Editor antwortet</translation>
    </message>
    <message>
        <source>Opening the browser</source>
        <translation>Öffnet den Browser</translation>
    </message>
    <message>
        <source>Stopping the machine</source>
        <translation>Hält die Maschine an</translation>
    </message>
    <message>
        <source>Suspending the machine</source>
        <translation>Legt die Maschine schlafen</translation>
    </message>
    <message>
        <source>Restarting the machine</source>
        <translation>Startet die Maschine neu</translation>
    </message>
    <message>
        <source>Deleting the machine</source>
        <translation>Löscht die Maschine</translation>
    </message>
    <message>
        <source>Deleting the disk</source>
        <translation>Löscht die Platte</translation>
    </message>
    <message>
        <source>Releasing the addresses</source>
        <translation>Gibt die Adressen frei</translation>
    </message>
    <message>
        <source>Deleting the app</source>
        <translation>Löscht die App</translation>
    </message>
    <message>
        <source>Taking back what was made</source>
        <translation>Nimmt zurück, was angelegt wurde</translation>
    </message>
    <message>
        <source>Saving the record</source>
        <translation>Speichert den Eintrag</translation>
    </message>
    <message>
        <source>Reserving the machine for this change</source>
        <translation>Hält die Maschine für diese Änderung frei</translation>
    </message>
    <message>
        <source>Changing the machine</source>
        <translation>Ändert die Maschine</translation>
    </message>
    <message>
        <source>Waiting for the editor to pass its check</source>
        <translation>Wartet, bis der Editor seine Prüfung besteht</translation>
    </message>
    <message>
        <source>Taking a snapshot</source>
        <translation>Nimmt einen Snapshot auf</translation>
    </message>
    <message>
        <source>Copying the disk</source>
        <translation>Kopiert die Platte</translation>
    </message>
    <message>
        <source>Extending the disk</source>
        <translation>Vergrößert die Platte</translation>
    </message>
    <message>
        <source>Switching to the new machine</source>
        <translation>Wechselt zur neuen Maschine</translation>
    </message>
    <message>
        <source>Writing the new name down</source>
        <translation>Schreibt den neuen Namen auf</translation>
    </message>
    <message>
        <source>Changing the addresses</source>
        <translation>Ändert die Adressen</translation>
    </message>
    <message>
        <source>Changing the domains</source>
        <translation>Ändert die Domains</translation>
    </message>
    <message>
        <source>Looking at what there is</source>
        <translation>Sieht nach, was da ist</translation>
    </message>
    <message>
        <source>Copying the home folder</source>
        <translation>Kopiert das Home-Verzeichnis</translation>
    </message>
    <message>
        <source>Writing the swarm&apos;s marks down</source>
        <translation>Schreibt die Zeichen des Schwarms auf</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>Es ging schief.</translation>
    </message>
    <message>
        <source>Nothing more happens.</source>
        <translation>Weiter geschieht nichts.</translation>
    </message>
    <message>
        <source>The earlier copy of %1 in %2 has been asleep for %3, for about %4 a month. Is it still wanted?</source>
        <extracomment>%1 is the name of an instance, %2 a place, %3 a time such as &quot;2 d&quot;, %4 money</extracomment>
        <translation>Die frühere Kopie von %1 in %2 schläft seit %3, für etwa %4 im Monat. Wird sie noch gebraucht?</translation>
    </message>
    <message>
        <source>This restarts the editor of %1: terminals and running programs in it end, files on its disk stay.</source>
        <translation>Das startet den Editor von %1 neu: Terminals und laufende Programme darin enden, Dateien auf der Platte bleiben.</translation>
    </message>
    <message>
        <source>Open %1 in a browser.</source>
        <translation>Öffnen Sie %1 in einem Browser.</translation>
    </message>
    <message>
        <source>The password is on the clipboard for 30 seconds.</source>
        <translation>Das Passwort ist für 30 Sekunden in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>Could not change %1</source>
        <translation>%1 ließ sich nicht ändern</translation>
    </message>
    <message>
        <source>Changing %1 was cancelled</source>
        <translation>Das Ändern von %1 wurde abgebrochen</translation>
    </message>
</context>
<context>
    <name>swarm::Orphans</name>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 is &quot;Earlier copy&quot; or the like, %2 the name of an instance</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, with its disk of %2</source>
        <extracomment>%1 is &quot;Earlier copy of thesis&quot;, %2 a size such as &quot;10 GB&quot;</extracomment>
        <translation>%1, mit der Platte von %2</translation>
    </message>
    <message>
        <source>It never had a machine or anything else: it is what a creation left.</source>
        <translation>Sie hatte nie eine Maschine oder sonst etwas: ein Rest vom Anlegen.</translation>
    </message>
    <message>
        <source>No machine has ever used it: there is nothing on it.</source>
        <translation>Keine Maschine hat sie je benutzt: es ist nichts darauf.</translation>
    </message>
    <message>
        <source>A change that never came to its end left it. The instance lives on with its own machine and disk.</source>
        <translation>Eine Änderung, die nie zu Ende kam, ließ sie zurück. Die Instanz lebt mit eigener Maschine und Platte weiter.</translation>
    </message>
    <message>
        <source>The instance lives on with a newer machine. This is the way back to what it was before.</source>
        <translation>Die Instanz lebt mit einer neueren Maschine weiter. Dies ist der Weg zurück zu dem, was vorher war.</translation>
    </message>
    <message>
        <source>It keeps nothing, and the instance has another machine with a disk.</source>
        <translation>Sie bewahrt nichts, und die Instanz hat eine andere Maschine mit einer Platte.</translation>
    </message>
    <message>
        <source>The instance in the same app lives on with another disk. What is on this one goes with it.</source>
        <translation>Die Instanz in derselben App lebt mit einer anderen Platte weiter. Was auf dieser ist, geht mit ihr.</translation>
    </message>
    <message>
        <source>No machine uses it, but it may hold the only copy of somebody&apos;s work. Removing it ends that.</source>
        <translation>Keine Maschine benutzt sie, aber sie enthält vielleicht die einzige Kopie von jemandes Arbeit. Entfernen beendet das.</translation>
    </message>
    <message>
        <source>Its instance cannot be found any more: this may be the only copy of somebody&apos;s work.</source>
        <translation>Ihre Instanz ist nicht mehr zu finden: dies ist vielleicht die einzige Kopie von jemandes Arbeit.</translation>
    </message>
    <message>
        <source>A region of Fly.io does not answer just now, and what lies there may use it. Look again later.</source>
        <translation>Eine Region von Fly.io antwortet gerade nicht, und was dort liegt, benutzt sie vielleicht. Sehen Sie später wieder nach.</translation>
    </message>
    <message>
        <source>What Fly.io says about it does not fit together just now. Look again in a minute.</source>
        <translation>Was Fly.io darüber sagt, passt gerade nicht zusammen. Sehen Sie in einer Minute wieder nach.</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Empty app</source>
        <translation>Leere App</translation>
    </message>
    <message>
        <source>Unfinished copy</source>
        <translation>Unfertige Kopie</translation>
    </message>
    <message>
        <source>Earlier copy</source>
        <translation>Frühere Kopie</translation>
    </message>
    <message>
        <source>Machine without a disk</source>
        <translation>Maschine ohne Platte</translation>
    </message>
    <message>
        <source>Last snapshot</source>
        <translation>Letzter Snapshot</translation>
    </message>
    <message>
        <source>Disk of %1 in %2</source>
        <extracomment>%1 is a size such as &quot;10 GB&quot;, %2 a city and its code</extracomment>
        <translation>Platte mit %1 in %2</translation>
    </message>
    <message>
        <source>%1, of %2</source>
        <extracomment>%1 is &quot;Disk of 10 GB in Amsterdam (ams)&quot;, %2 the name of an instance</extracomment>
        <translation>%1, von %2</translation>
    </message>
    <message>
        <source>Address %1 of the app %2</source>
        <translation>Adresse %1 der App %2</translation>
    </message>
    <message>
        <source>Empty app %1</source>
        <translation>Leere App %1</translation>
    </message>
    <message>
        <source>Last snapshot in the app %1</source>
        <translation>Letzter Snapshot in der App %1</translation>
    </message>
    <message>
        <source>Its app has no machine: nobody answers there.</source>
        <translation>Ihre App hat keine Maschine: dort antwortet niemand.</translation>
    </message>
    <message>
        <source>Deleted elsewhere; restorable where it was deleted. The last snapshot goes with the app.</source>
        <translation>Anderswo gelöscht; wiederherstellbar, wo es gelöscht wurde. Der letzte Snapshot geht mit der App.</translation>
    </message>
    <message>
        <source>It once had a disk. Snapshots of it may still be there, which Fly.io no longer shows, and would go with the app.</source>
        <translation>Sie hatte einmal eine Platte. Snapshots davon sind vielleicht noch da, die Fly.io nicht mehr zeigt, und gingen mit der App.</translation>
    </message>
    <message>
        <source>Nobody tells how old it is: somebody may be using it to create something right now.</source>
        <translation>Niemand sagt, wie alt sie ist: vielleicht legt jemand gerade etwas damit an.</translation>
    </message>
    <message>
        <source>It stands in the list of instances. Delete it there.</source>
        <translation>Sie steht in der Liste der Instanzen. Löschen Sie sie dort.</translation>
    </message>
    <message>
        <source>Visits to the address may reach it, so that work may have been done on it.</source>
        <translation>Besuche der Adresse können sie erreichen, es wurde also vielleicht darauf gearbeitet.</translation>
    </message>
    <message>
        <source>It is running: somebody has started it. Stop it first.</source>
        <translation>Sie läuft: jemand hat sie gestartet. Halten Sie sie erst an.</translation>
    </message>
    <message>
        <source>Nothing says that Remote Swarm made it, so Remote Swarm does not remove it.</source>
        <translation>Nichts sagt, dass Remote Swarm sie angelegt hat, deshalb entfernt Remote Swarm sie nicht.</translation>
    </message>
    <message>
        <source>Another version of Remote Swarm made it, and this one does not know what it is for.</source>
        <translation>Eine andere Version von Remote Swarm hat sie angelegt, und diese weiß nicht, wofür sie ist.</translation>
    </message>
    <message>
        <source>Safe to remove</source>
        <translation>Gefahrlos zu entfernen</translation>
    </message>
    <message>
        <source>For you to decide</source>
        <translation>Ihre Entscheidung</translation>
    </message>
    <message>
        <source>Not to be removed here</source>
        <translation>Hier nicht zu entfernen</translation>
    </message>
    <message>
        <source>a little, nobody tells how much</source>
        <translation>ein wenig, niemand sagt, wie viel</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>at least about %1 a month</source>
        <extracomment>%1 is an amount such as &quot;$1.50&quot;</extracomment>
        <translation>mindestens etwa %1 im Monat</translation>
    </message>
    <message>
        <source>about %1 a month</source>
        <translation>etwa %1 im Monat</translation>
    </message>
    <message>
        <source>age not known</source>
        <translation>Alter nicht bekannt</translation>
    </message>
    <message>
        <source>made %1 ago</source>
        <extracomment>%1 is a duration such as &quot;3 d&quot;</extracomment>
        <translation>vor %1 angelegt</translation>
    </message>
    <message>
        <source>its image is code-server</source>
        <translation>das Image ist code-server</translation>
    </message>
    <message>
        <source>it serves port 8080 with code-server&apos;s health check</source>
        <translation>sie bietet Port 8080 mit der Prüfung von code-server an</translation>
    </message>
    <message>
        <source>its metadata speaks of code-server</source>
        <translation>die Metadaten sprechen von code-server</translation>
    </message>
    <message>
        <source>It has no disk: it forgets everything when it stops.</source>
        <translation>Sie hat keine Platte: beim Anhalten vergisst sie alles.</translation>
    </message>
    <message>
        <source>Other machines answer at the same address.</source>
        <translation>Andere Maschinen antworten unter derselben Adresse.</translation>
    </message>
    <message>
        <source>It comes from “fly deploy”: the next one may replace it.</source>
        <translation>Sie kommt von „fly deploy“: das nächste ersetzt sie vielleicht.</translation>
    </message>
</context>
<context>
    <name>swarm::OrphansDialog</name>
    <message>
        <source>&amp;Look again</source>
        <translation>&amp;Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>&amp;Remove ticked…</source>
        <translation>Angehakte &amp;entfernen…</translation>
    </message>
    <message>
        <source>What nobody uses</source>
        <translation>Was niemand benutzt</translation>
    </message>
    <message>
        <source>What bills and no instance uses</source>
        <translation>Was kostet und keiner Instanz gehört</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Im Monat</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Safe to remove</source>
        <translation>Gefahrlos zu entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Looking through your organization. This takes a few seconds.</source>
        <translation>Sieht Ihre Organisation durch. Das dauert ein paar Sekunden.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Nothing bills that no instance uses.</source>
        <translation>Nichts kostet, was keiner Instanz gehört.</translation>
    </message>
    <message>
        <source>Saves about %1 a month</source>
        <translation>Spart etwa %1 im Monat</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>Für immer entfernen</translation>
    </message>
    <message>
        <source>These go for good:</source>
        <translation>Das geht für immer weg:</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>swarm::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Die Adresse kopieren</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Gesundheit</translation>
    </message>
    <message>
        <source>Idle rule</source>
        <translation>Leerlaufregel</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>A stop keeps /home/coder (projects, extensions, settings) and loses everything else, such as packages installed with apt.</source>
        <translation>Anhalten bewahrt /home/coder (Projekte, Erweiterungen, Einstellungen) und verliert alles andere, etwa mit apt installierte Pakete.</translation>
    </message>
    <message>
        <source>About %1 an hour now</source>
        <translation>Etwa %1 die Stunde jetzt</translation>
    </message>
    <message>
        <source>About %1 an hour while it runs</source>
        <translation>Etwa %1 die Stunde, solange es läuft</translation>
    </message>
    <message>
        <source>Prices of %1, before tax.</source>
        <extracomment>%1 is a date</extracomment>
        <translation>Preise vom %1, vor Steuern.</translation>
    </message>
    <message>
        <source>When stopped, the disk still costs about %1 a month.</source>
        <translation>Angehalten kostet die Platte weiterhin etwa %1 im Monat.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Change the idle rule</source>
        <translation>Leerlaufregel ändern</translation>
    </message>
    <message>
        <source>Change the size</source>
        <translation>Größe ändern</translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation>Vergrößern…</translation>
    </message>
    <message>
        <source>Extend the disk</source>
        <translation>Platte vergrößern</translation>
    </message>
    <message>
        <source>Change the image</source>
        <translation>Image ändern</translation>
    </message>
</context>
<context>
    <name>swarm::PasswordField</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Show the password</source>
        <translation>Das Passwort zeigen</translation>
    </message>
    <message>
        <source>Copy the password</source>
        <translation>Das Passwort kopieren</translation>
    </message>
    <message>
        <source>Leaves the clipboard after 30 seconds</source>
        <translation>Verlässt die Zwischenablage nach 30 Sekunden</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Not kept on this computer</source>
        <translation>Nicht auf diesem Computer verwahrt</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Hide the password</source>
        <translation>Das Passwort verbergen</translation>
    </message>
</context>
<context>
    <name>swarm::Permissions</name>
    <message>
        <source>Your token may only read. Sign in with another one to change anything.</source>
        <translation>Ihr Token darf nur lesen. Melden Sie sich mit einem anderen an, um etwas zu ändern.</translation>
    </message>
    <message>
        <source>Read-only: it was made by Remote Swarm %1, which this version may not change.</source>
        <translation>Nur lesbar: von Remote Swarm %1 angelegt, das diese Version nicht ändern darf.</translation>
    </message>
    <message>
        <source>Busy: %1.</source>
        <extracomment>%1 is what happens at the moment, such as &quot;Start thesis&quot;</extracomment>
        <translation>Beschäftigt: %1.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sign in first.</source>
        <translation>Melden Sie sich erst an.</translation>
    </message>
</context>
<context>
    <name>swarm::PortsDialog</name>
    <message>
        <source>Ports of %1</source>
        <translation>Ports von %1</translation>
    </message>
    <message>
        <source>Change ports</source>
        <translation>Ports ändern</translation>
    </message>
    <message>
        <source>Asking the machine for its ports…</source>
        <translation>Die Maschine wird nach ihren Ports gefragt …</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Protocol</source>
        <extracomment>protocol, port that visitors use, port of the program in the machine, what Fly.io does in between</extracomment>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Außen</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Innen</translation>
    </message>
    <message>
        <source>Handlers</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>80 and 443 lead to the editor and stay. With the handlers tls and http Fly.io speaks HTTPS for the program inside; without any it passes on what comes, which takes a dedicated IPv4 or an IPv6.</source>
        <translation>80 und 443 führen zum Editor und bleiben. Mit den Handlern tls und http spricht Fly.io HTTPS für das Programm innen; ohne Handler reicht es durch, was kommt, wofür es eine eigene IPv4 oder eine IPv6 braucht.</translation>
    </message>
</context>
<context>
    <name>swarm::PreviousCopyBox</name>
    <message>
        <source>Looking for earlier copies…</source>
        <translation>Sucht frühere Kopien…</translation>
    </message>
    <message>
        <source>There is no earlier copy.</source>
        <translation>Es gibt keine frühere Kopie.</translation>
    </message>
    <message>
        <source>%1, disk of %2, asleep for %3, about %4 a month</source>
        <extracomment>%1 a place, %2 a size such as &quot;10 GB&quot;, %3 a time such as &quot;3 h&quot;, %4 money</extracomment>
        <translation>%1, Platte mit %2, schläft seit %3, etwa %4 im Monat</translation>
    </message>
</context>
<context>
    <name>swarm::Records</name>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 war nicht lesbar: %2</translation>
    </message>
    <message>
        <source>%1 was damaged (%2) and is set aside as %3</source>
        <translation>%1 war beschädigt (%2) und liegt beiseite als %3</translation>
    </message>
    <message>
        <source>%1 was written by a newer version and is left alone</source>
        <translation>%1 wurde von einer neueren Version geschrieben und bleibt in Ruhe</translation>
    </message>
    <message>
        <source>%1 holds what this version does not know, and keeps it: %2</source>
        <translation>%1 enthält, was diese Version nicht kennt, und behält es: %2</translation>
    </message>
    <message>
        <source>A local record was damaged and is set aside.</source>
        <translation>Ein lokaler Eintrag war beschädigt und liegt beiseite.</translation>
    </message>
    <message>
        <source>%1 local records were damaged and are set aside.</source>
        <translation>%1 lokale Einträge waren beschädigt und liegen beiseite.</translation>
    </message>
    <message>
        <source>A local record could not be read.</source>
        <translation>Ein lokaler Eintrag war nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 local records could not be read.</source>
        <translation>%1 lokale Einträge waren nicht lesbar.</translation>
    </message>
    <message>
        <source>Some local records were written by a newer version; what is unknown in them is kept.</source>
        <translation>Einige lokale Einträge sind von einer neueren Version; was darin unbekannt ist, bleibt.</translation>
    </message>
    <message>
        <source>The list comes from Fly.io: nothing is lost there.</source>
        <translation>Die Liste kommt von Fly.io: dort ist nichts verloren.</translation>
    </message>
    <message>
        <source>What was kept of deleted instances could not all be read: some can neither be restored nor erased from here, and may go on billing. See what nobody uses.</source>
        <translation>Nicht alles, was von gelöschten Instanzen aufgehoben wurde, ließ sich lesen: Manche können von hier weder wiederhergestellt noch endgültig gelöscht werden und kosten vielleicht weiter. Sehen Sie nach, was niemand benutzt.</translation>
    </message>
    <message>
        <source>What was noted of operations that were cut off could not all be read: some are not taken up. See what nobody uses.</source>
        <translation>Nicht alles, was über abgebrochene Vorgänge notiert wurde, ließ sich lesen: Manche werden nicht wieder aufgenommen. Sehen Sie nach, was niemand benutzt.</translation>
    </message>
</context>
<context>
    <name>swarm::RecreateDialog</name>
    <message>
        <source>Recreate the machine of %1</source>
        <translation>Maschine von %1 neu anlegen</translation>
    </message>
    <message>
        <source>Recreate</source>
        <translation>Neu anlegen</translation>
    </message>
    <message>
        <source>A new machine takes the place of this one, on the same disk: /home/coder, the address and the password stay. What else was written in the machine, such as packages installed with apt, goes.</source>
        <translation>Eine neue Maschine tritt an die Stelle dieser, auf derselben Platte: /home/coder, Adresse und Passwort bleiben. Was sonst in die Maschine geschrieben wurde, etwa mit apt installierte Pakete, geht.</translation>
    </message>
</context>
<context>
    <name>swarm::RenameDialog</name>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Its address stays as it is, and the editor is not restarted.</source>
        <translation>Die Adresse bleibt, wie sie ist, und der Editor startet nicht neu.</translation>
    </message>
</context>
<context>
    <name>swarm::ResizeDialog</name>
    <message>
        <source>Resize %1</source>
        <translation>Größe von %1 ändern</translation>
    </message>
    <message>
        <source>Resize</source>
        <translation>Größe ändern</translation>
    </message>
    <message>
        <source>Looking at what it used in the last week…</source>
        <translation>Sieht nach, was es in der letzten Woche brauchte…</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>What it used in the last week could not be read.</source>
        <translation>Was es in der letzten Woche brauchte, ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>About %1 an hour while it runs.</source>
        <translation>Etwa %1 die Stunde, solange es läuft.</translation>
    </message>
    <message>
        <source>About %1 an hour while it runs, instead of %2.</source>
        <extracomment>money, per hour</extracomment>
        <translation>Etwa %1 die Stunde, solange es läuft, statt %2.</translation>
    </message>
    <message>
        <source>It can no longer be suspended: when idle it stops instead.</source>
        <translation>Es lässt sich nicht mehr schlafen legen: im Leerlauf hält es stattdessen an.</translation>
    </message>
</context>
<context>
    <name>swarm::RollBackDialog</name>
    <message>
        <source>Earlier versions of %1</source>
        <translation>Frühere Versionen von %1</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>&amp;Size, environment and idle rule too</source>
        <translation>Auch &amp;Größe, Umgebung und Leerlaufregel</translation>
    </message>
    <message>
        <source>Looking for earlier versions…</source>
        <translation>Sucht frühere Versionen…</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>&amp;Version</translation>
    </message>
    <message>
        <source>There is no earlier version: nothing has been changed yet.</source>
        <translation>Es gibt keine frühere Version: noch wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The machine gets the whole configuration of that version.</source>
        <translation>Die Maschine bekommt die ganze Konfiguration jener Version.</translation>
    </message>
    <message>
        <source>The machine gets the image of that version and keeps everything else.</source>
        <translation>Die Maschine bekommt das Image jener Version und behält alles andere.</translation>
    </message>
    <message>
        <source>The files stay as they are.</source>
        <translation>Die Dateien bleiben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>swarm::RoomHint</name>
    <message>
        <source>%1 has no room for this at the moment, and nor has any other region.</source>
        <extracomment>%1 and %2 are places</extracomment>
        <translation>%1 hat dafür gerade keinen Platz, und keine andere Region.</translation>
    </message>
    <message>
        <source>%1 has no room for this at the moment. The nearest that has is %2.</source>
        <translation>%1 hat dafür gerade keinen Platz. Die nächste Region mit Platz ist %2.</translation>
    </message>
</context>
<context>
    <name>swarm::RotateDialog</name>
    <message>
        <source>Password of %1</source>
        <translation>Passwort von %1</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Leave empty for a long random one</source>
        <translation>Leer lassen für ein langes zufälliges</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>&amp;Neues Passwort</translation>
    </message>
    <message>
        <source>Everybody who is logged in is logged out. The new password goes to this computer&apos;s keychain.</source>
        <translation>Alle, die angemeldet sind, werden abgemeldet. Das neue Passwort kommt in den Schlüsselbund dieses Computers.</translation>
    </message>
    <message>
        <source>Anybody may knock at its address: take a longer one.</source>
        <translation>An der Adresse kann jeder anklopfen: nehmen Sie ein längeres.</translation>
    </message>
</context>
<context>
    <name>swarm::RowsEditor</name>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
</context>
<context>
    <name>swarm::SettingsDialog</name>
    <message>
        <source>Closing the window leaves it in the &amp;tray</source>
        <translation>Geschlossen bleibt das Fenster im &amp;Infobereich</translation>
    </message>
    <message>
        <source>Start when I &amp;log in</source>
        <translation>Beim &amp;Anmelden starten</translation>
    </message>
    <message>
        <source>Start &amp;hidden in the tray</source>
        <translation>&amp;Verborgen im Infobereich starten</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>seconds, after a number</extracomment>
        <translation> s</translation>
    </message>
    <message>
        <source> h</source>
        <extracomment>hours, after a number</extracomment>
        <translation> h</translation>
    </message>
    <message>
        <source> min</source>
        <extracomment>minutes, after a number</extracomment>
        <translation> min</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>When you leave</source>
        <translation>Wenn Sie gehen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Weiteres</translation>
    </message>
    <message>
        <source>This desktop has no tray: closing the window quits.</source>
        <translation>Dieser Desktop hat keinen Infobereich: Schließen beendet.</translation>
    </message>
    <message>
        <source>&amp;Ask Fly.io every</source>
        <translation>&amp;Fly.io fragen alle</translation>
    </message>
    <message>
        <source>While the window is &amp;closed</source>
        <translation>Solange das Fenster &amp;zu ist</translation>
    </message>
    <message>
        <source>While something changes, it asks every 2 seconds.</source>
        <translation>Solange sich etwas ändert, wird alle 2 Sekunden gefragt.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>&amp;Budget for a month</source>
        <translation>&amp;Budget für einen Monat</translation>
    </message>
    <message>
        <source>You are told when 80 % and 100 % of it are used. Nothing is stopped.</source>
        <translation>Bei 80 % und 100 % wird es Ihnen gesagt. Angehalten wird nichts.</translation>
    </message>
    <message>
        <source>What the desktop tells you of while you look elsewhere:</source>
        <translation>Was der Desktop Ihnen sagt, während Sie anderswo hinsehen:</translation>
    </message>
    <message>
        <source>Long is more &amp;than</source>
        <translation>Lange ist &amp;mehr als</translation>
    </message>
    <message>
        <source>What happens to the instances that you opened from this computer:</source>
        <translation>Was mit den Instanzen geschieht, die Sie von diesem Computer geöffnet haben:</translation>
    </message>
    <message>
        <source>&amp;Long is more than</source>
        <translation>&amp;Lange ist mehr als</translation>
    </message>
    <message>
        <source>Before a lock or a long absence takes effect there is a minute to say no. An instance with more than 2 GB cannot be suspended: it is left alone, and you are told. Each instance&apos;s own idle rule works in any case.</source>
        <translation>Bevor eine Sperre oder lange Abwesenheit wirkt, ist eine Minute Zeit für ein Nein. Eine Instanz mit mehr als 2 GB lässt sich nicht schlafen legen: sie bleibt in Ruhe, und Sie erfahren es. Die eigene Leerlaufregel jeder Instanz wirkt in jedem Fall.</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Fly.io&apos;s API</source>
        <translation>API von Fly.io</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Einstellungsdatei</translation>
    </message>
    <message>
        <source>Open the folder of &amp;logs</source>
        <translation>Ordner der &amp;Logs öffnen</translation>
    </message>
    <message>
        <source>Save a &amp;report…</source>
        <translation>&amp;Bericht speichern…</translation>
    </message>
    <message>
        <source>A report holds versions, settings, the states of instances and the newest log. No token or password is in it, but names and addresses are.</source>
        <translation>Ein Bericht enthält Versionen, Einstellungen, die Zustände der Instanzen und das neueste Log. Kein Token oder Passwort ist darin, aber Namen und Adressen.</translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>Einen Bericht speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Nur Fehler</translation>
    </message>
    <message>
        <source>Warnings too</source>
        <translation>Auch Warnungen</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Was getan wird</translation>
    </message>
    <message>
        <source>Everything, for a report</source>
        <translation>Alles, für einen Bericht</translation>
    </message>
    <message>
        <source>What is lo&amp;gged</source>
        <translation>Was proto&amp;kolliert wird</translation>
    </message>
    <message>
        <source>&amp;Look for a new version once a day</source>
        <translation>Einmal am Tag nach einer neuen Version &amp;sehen</translation>
    </message>
    <message>
        <source>Asks %1. Nothing is said about you.</source>
        <extracomment>%1 is an address</extracomment>
        <translation>Fragt %1. Über Sie wird nichts gesagt.</translation>
    </message>
</context>
<context>
    <name>swarm::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Um zu</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>Drücken</translation>
    </message>
    <message>
        <source>Open the selected instance</source>
        <translation>Die gewählte Instanz öffnen</translation>
    </message>
    <message>
        <source>Go from one part of the window to the next</source>
        <translation>Von einem Teil des Fensters zum nächsten gehen</translation>
    </message>
    <message>
        <source>Go to the next tab beside an instance</source>
        <translation>Zum nächsten Reiter neben einer Instanz gehen</translation>
    </message>
    <message>
        <source>Select all instances</source>
        <translation>Alle Instanzen wählen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Die Suche leeren</translation>
    </message>
</context>
<context>
    <name>swarm::ShownInstances</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Platte</translation>
    </message>
    <message>
        <source>Idle/Uptime</source>
        <translation>Leerlauf/Laufzeit</translation>
    </message>
    <message>
        <source>$/h</source>
        <translation>$/h</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>About %1 an hour while it runs; its disk costs about %2 a month, always.</source>
        <translation>Etwa %1 die Stunde, solange es läuft; die Platte kostet etwa %2 im Monat, immer.</translation>
    </message>
    <message>
        <source>Nobody knows what it did before this computer watched it: it may be more.</source>
        <translation>Niemand weiß, was es tat, bevor dieser Computer hinsah: es kann mehr sein.</translation>
    </message>
</context>
<context>
    <name>swarm::SignInCard</name>
    <message>
        <source>On fly.io: your organization, Tokens, Create token. Or in a terminal: fly tokens create org</source>
        <translation>Auf fly.io: Ihre Organisation, Tokens, Create token. Oder im Terminal: fly tokens create org</translation>
    </message>
    <message>
        <source>Sign in with &amp;Fly.io</source>
        <translation>Bei &amp;Fly.io anmelden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Look around in the demo</source>
        <translation>Im Demo umsehen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Fly.io token</source>
        <translation>Fly.io-Token</translation>
    </message>
    <message>
        <source>Paste a token</source>
        <translation>Ein Token einfügen</translation>
    </message>
    <message>
        <source>Opens Fly.io in your browser. Nothing is to be copied.</source>
        <translation>Öffnet Fly.io im Browser. Nichts ist zu kopieren.</translation>
    </message>
    <message>
        <source>A simulated swarm on this computer. Nothing in it is real or costs money.</source>
        <translation>Ein simulierter Schwarm auf diesem Computer. Nichts darin ist echt oder kostet Geld.</translation>
    </message>
    <message>
        <source>Use for this session only</source>
        <translation>Nur für diese Sitzung benutzen</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Looking for your account</source>
        <translation>Sucht Ihr Konto</translation>
    </message>
    <message>
        <source>Asking the keychain for your Fly.io token.</source>
        <translation>Fragt den Schlüsselbund nach Ihrem Fly.io-Token.</translation>
    </message>
    <message>
        <source>Waiting for your browser</source>
        <translation>Wartet auf Ihren Browser</translation>
    </message>
    <message>
        <source>Sign in to Fly.io there, then come back. This goes on by itself.</source>
        <translation>Melden Sie sich dort bei Fly.io an und kommen Sie dann zurück. Es geht von selbst weiter.</translation>
    </message>
    <message>
        <source>Checking the token</source>
        <translation>Prüft das Token</translation>
    </message>
    <message>
        <source>Asking Fly.io whose it is and what it may do.</source>
        <translation>Fragt Fly.io, wem es gehört und was es darf.</translation>
    </message>
    <message>
        <source>Connect your Fly.io account</source>
        <translation>Verbinden Sie Ihr Fly.io-Konto</translation>
    </message>
    <message>
        <source>Your editors run on your own Fly.io account. The token goes to this computer&apos;s keychain and nowhere else.</source>
        <translation>Ihre Editoren laufen auf Ihrem eigenen Fly.io-Konto. Das Token kommt in den Schlüsselbund dieses Computers und sonst nirgendwohin.</translation>
    </message>
    <message>
        <source>The keychain is locked</source>
        <translation>Der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>Your Fly.io token may be in it. Unlock the keychain and retry, or paste a token that is forgotten when Remote Swarm quits.</source>
        <translation>Ihr Fly.io-Token kann darin sein. Entsperren Sie ihn und versuchen Sie es noch einmal, oder fügen Sie ein Token ein, das beim Beenden vergessen wird.</translation>
    </message>
    <message>
        <source>This computer has no keychain</source>
        <translation>Dieser Computer hat keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>Remote Swarm writes tokens into no file. Start a keychain such as GNOME Keyring or KWallet and retry, or paste a token that is forgotten when Remote Swarm quits.</source>
        <translation>Remote Swarm schreibt Tokens in keine Datei. Starten Sie einen Schlüsselbund wie GNOME Keyring oder KWallet und versuchen Sie es noch einmal, oder fügen Sie ein Token ein, das beim Beenden vergessen wird.</translation>
    </message>
    <message>
        <source>Fly.io does not accept this token.</source>
        <translation>Fly.io nimmt dieses Token nicht an.</translation>
    </message>
    <message>
        <source>It may have ended, been revoked, or lost a piece when it was copied. Paste another one.</source>
        <translation>Es ist vielleicht abgelaufen, widerrufen, oder beim Kopieren ging ein Stück verloren. Fügen Sie ein anderes ein.</translation>
    </message>
    <message>
        <source>Fly.io cannot be reached.</source>
        <translation>Fly.io ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>A token that was kept is still in the keychain. Check the network connection and retry.</source>
        <translation>Ein verwahrtes Token ist noch im Schlüsselbund. Prüfen Sie die Netzverbindung und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 benutzen</translation>
    </message>
    <message>
        <source>Use an account that is known here</source>
        <translation>Ein hier bekanntes Konto verwenden</translation>
    </message>
</context>
<context>
    <name>swarm::SignOutQuestion</name>
    <message>
        <source>This computer forgets its token, the passwords of its editors, the list, what ran when, and its log.</source>
        <translation>Dieser Rechner vergisst das Token, die Passwörter der Editoren, die Liste, was wann lief, und das Protokoll.</translation>
    </message>
    <message>
        <source>Goes on running, and costs what it costs: %1.</source>
        <extracomment>%1 is a list of names</extracomment>
        <translation>Läuft weiter und kostet, was es kostet: %1.</translation>
    </message>
    <message>
        <source>Deleted, and can no longer be restored or erased from here while the last snapshot goes on billing: %1.</source>
        <extracomment>%1 is a list of names</extracomment>
        <translation>Gelöscht, und von hier aus nicht mehr wiederherzustellen oder zu tilgen, während der letzte Schnappschuss weiter kostet: %1.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out %1?</source>
        <extracomment>%1 is an account</extracomment>
        <translation>%1 abmelden?</translation>
    </message>
    <message>
        <source>What is under way is brought to its end first.</source>
        <translation>Was gerade läuft, wird vorher zu Ende geführt.</translation>
    </message>
</context>
<context>
    <name>swarm::SizeChooser</name>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Extra</source>
        <translation>Extra</translation>
    </message>
    <message>
        <source>Exact…
any size
of Fly.io</source>
        <translation>Genau…
jede Größe
von Fly.io</translation>
    </message>
    <message>
        <source>Exact size</source>
        <translation>Genaue Größe</translation>
    </message>
    <message>
        <source>Kind of CPU</source>
        <translation>Art der CPU</translation>
    </message>
    <message>
        <source>Shared CPU</source>
        <translation>Geteilte CPU</translation>
    </message>
    <message>
        <source>Performance CPU</source>
        <translation>Leistungs-CPU</translation>
    </message>
    <message>
        <source>Number of CPUs</source>
        <translation>Zahl der CPUs</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message numerus="yes">
        <source>%n CPU</source>
        <translation>
            <numerusform>%n CPU</numerusform>
            <numerusform>%n CPUs</numerusform>
        </translation>
    </message>
    <message>
        <source>Can suspend: wakes in about a second with everything as it was.</source>
        <translation>Kann schlafen: erwacht in etwa einer Sekunde mit allem, wie es war.</translation>
    </message>
    <message>
        <source>Too large to suspend: stops when idle and starts afresh.</source>
        <translation>Zu groß zum Schlafen: hält im Leerlauf an und beginnt neu.</translation>
    </message>
</context>
<context>
    <name>swarm::SnapshotBox</name>
    <message>
        <source>Looking for snapshots…</source>
        <translation>Sucht Snapshots…</translation>
    </message>
    <message>
        <source>The disk as it is now</source>
        <translation>Die Platte, wie sie jetzt ist</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a date and time, %2 an amount such as &quot;1.2 GB&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>There is no snapshot yet. Fly.io takes one a day; take one now to have it.</source>
        <translation>Es gibt noch keinen Snapshot. Fly.io nimmt einen am Tag auf; nehmen Sie jetzt einen auf, um ihn zu haben.</translation>
    </message>
</context>
<context>
    <name>swarm::SnapshotDialog</name>
    <message>
        <source>Snapshot of %1</source>
        <translation>Snapshot von %1</translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation>Snapshot aufnehmen</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>&amp;Keep for</source>
        <translation>&amp;Behalten für</translation>
    </message>
    <message>
        <source>The editor goes on meanwhile. What is stored costs about %1 per GB and month; the first %2 GB of all snapshots together are free.</source>
        <translation>Der Editor läuft dabei weiter. Gespeichertes kostet etwa %1 je GB und Monat; die ersten %2 GB aller Snapshots zusammen sind frei.</translation>
    </message>
</context>
<context>
    <name>swarm::StatusLine</name>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>%1 · not signed in</source>
        <translation>%1 · nicht angemeldet</translation>
    </message>
    <message>
        <source>%1 Last checked %2 ago.</source>
        <extracomment>%1 is a sentence, %2 a duration</extracomment>
        <translation>%1 Zuletzt vor %2 nachgesehen.</translation>
    </message>
    <message>
        <source>%1 · asking</source>
        <translation>%1 · fragt</translation>
    </message>
    <message>
        <source>%1 · monitoring paused, checked %2 ago</source>
        <translation>%1 · Beobachtung angehalten, vor %2 nachgesehen</translation>
    </message>
    <message>
        <source>%1 · checked %2 ago</source>
        <translation>%1 · vor %2 nachgesehen</translation>
    </message>
    <message>
        <source>1 instance</source>
        <translation>1 Instanz</translation>
    </message>
    <message numerus="yes">
        <source>%n instances</source>
        <translation>
            <numerusform>%n Instanz</numerusform>
            <numerusform>%n Instanzen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 running</source>
        <extracomment>%1 is &quot;7 instances&quot;</extracomment>
        <translation>%1, %2 laufen</translation>
    </message>
    <message>
        <source>about %1/h</source>
        <translation>etwa %1/h</translation>
    </message>
    <message>
        <source>disks about %1 a month</source>
        <translation>Platten etwa %1 im Monat</translation>
    </message>
    <message>
        <source>%1 · leaving as soon as what is under way has ended</source>
        <translation>%1 · wechselt, sobald zu Ende ist, was gerade läuft</translation>
    </message>
    <message>
        <source>This month: computing, disks, snapshots and addresses, from what this computer saw.</source>
        <translation>Dieser Monat: Rechenzeit, Platten, Snapshots und Adressen, nach dem, was dieser Computer gesehen hat.</translation>
    </message>
</context>
<context>
    <name>swarm::TimelineView</name>
    <message>
        <source>Fly.io has not told of its machine yet.</source>
        <translation>Fly.io hat noch nichts von der Maschine erzählt.</translation>
    </message>
    <message>
        <source>What happened to it</source>
        <translation>Was damit geschah</translation>
    </message>
</context>
<context>
    <name>swarm::ToolBar</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Search instances</source>
        <translation>Instanzen suchen</translation>
    </message>
    <message>
        <source>Search name, state, region…</source>
        <translation>Name, Zustand, Region suchen…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>swarm::Tray</name>
    <message>
        <source>Suspend all running</source>
        <translation>Alle laufenden schlafen legen</translation>
    </message>
    <message>
        <source>New instance…</source>
        <translation>Neue Instanz…</translation>
    </message>
    <message>
        <source>Show Remote Swarm</source>
        <translation>Remote Swarm zeigen</translation>
    </message>
    <message>
        <source>Pause monitoring</source>
        <translation>Beobachtung anhalten</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1/h</source>
        <translation>etwa %1/h</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>Stopped (%1)</source>
        <translation>Angehalten (%1)</translation>
    </message>
    <message>
        <source>%1 %2 — running %3, %4/h</source>
        <extracomment>%1 a sign, %2 a name, %3 a duration, %4 money</extracomment>
        <translation>%1 %2 — läuft %3, %4/h</translation>
    </message>
    <message>
        <source>%1 %2 — %3</source>
        <extracomment>%1 a sign, %2 a name, %3 a state</extracomment>
        <translation>%1 %2 — %3</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>Schlafen legen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Start and open</source>
        <translation>Starten und öffnen</translation>
    </message>
</context>
<context>
    <name>swarm::WindowCommands</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the name of an instance, %2 a command such as &quot;Stop&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: Show</source>
        <translation>%1: Zeigen</translation>
    </message>
</context>
</TS>
