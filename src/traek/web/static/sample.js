/** A letter to try the page on; people and places in it are made up. */

export const SAMPLE = `Birkelev Kommune
Borgerservice

Svar på din klage over ventetiden

Kære Tove Lindegård

Vi har modtaget din klage af 1. marts 2026. Du er utilfreds med, at du ventede på dit pas i fem uger.

Vi må afvise din kritik. Som du udmærket ved, står det på hjemmesiden, at der kan være ventetid op til sommerferien, og det er dit eget ansvar at søge i god tid. Andre borgere kan sagtens finde ud af at bestille en tid.

Du skriver, at medarbejderen talte hårdt til dig. Det kan vi ikke genkende.

Du bedes derfor fremover læse vejledningen, inden du henvender dig. Vi betragter hermed sagen som afsluttet.

Med venlig hilsen

Henrik Bjergby
Leder af Borgerservice`;
