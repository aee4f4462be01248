"""The word lists by which names of people and of venues are told from other words."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What stands in lower case inside a person's name.
PARTICLES = _words(
    """
    af al aus av bin bint d da das de dei del dela della den der des di do dos du e el i ibn im l
    la le les lo los op st 't te ten ter und van vom von y zu zum zur
    """
)

# What stands in lower case in a list of names, beside particles.
LIST_WORDS = _words("al al. and behalf et for of on others the")

SUFFIXES = _words("ii iii iv jr jr. m.d. md ph.d. phd sr sr.")

GROUPS = _words("collaboration collaborations consortium group team")

# Words of venues, headings and titles that no name holds. "Deep", "Page", "An" and "Law" are not
# here: people bear them.
NOT_IN_NAMES = _words(
    """
    abstract accepted acknowledgements analysis appendix applications are artificial association
    background been biomedical circuits classification code comments communications computational
    computer computers computing conclusion conclusions conference congress contributions data
    dataset datasets department detection discussion electronics engineering findings for from
    graphics has have image images imaging information institute intelligence international
    introduction is issue journal language languages learning letters linguistics machine magazine
    materials mathematics meeting methods model models multimedia networks neural objective our
    paper part pattern physics poster preprint proceedings processing publication publishers
    recognition report representation research results retrieval review robotics science sciences
    section segmentation selected session signal society software special speech statistics
    submitted supplementary symposium system systems technologies technology that the their theory
    these this those title topics track transactions university version via video vision volume we
    were where which while with workshop workshops your
    """
)

# Words between "accepted" and the venue, in lower case.
FILLERS = _words(
    """
    a accepted an and appear appearing article as at be been by camera-ready conference
    contribution demo for forthcoming full has highlight in inclusion invited is it journal long
    main manuscript next of on oral paper papers possible poster posters presentation presented
    press proceedings publication publish published regular review reviewed revision short
    spotlight submission talk the this to track version volume will with work workshop
    """
)

# Abbreviations in names of journals and conferences, behind which a full stop ends no sentence.
ABBREVIATIONS = _words(
    """
    acad adv am amer anal ann appl artif astron astrophys autom biol chem comm commun comp comput
    conf electr electron eng eur exp geophys graph inf inst instrum int intell j lang lett mach mag
    magn math mech med meth mon nat natl nonlin not nucl opt pattern phil phys proc process quant r
    rep res rev robot sci sig soc softw stat surv symp syst tech theor topics trans vis wirel
    """
)

# Capitals in brackets, or before a number, that are no venue.
NOT_VENUES = _words("AI ARR CC CIFAR CNN COVID DOI GPT IF LNAI LNCS PDF UK URL US USA V1 V2")

# In lower case inside a title.
SMALL_WORDS = _words("& and for in of on the to")
