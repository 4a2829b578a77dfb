#include "ui/imagedialog.h"

#include "model/compatibility.h"
#include "model/imagereference.h"
#include "ui/wording/instancewords.h"
#include "ui/wording/operationwords.h"

#include <QCheckBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace swarm {

ImageDialog::ImageDialog(const Services &services, const Instance &instance, QWidget *parent)
    : ChangeDialog(services, instance, u"imageDialog"_s, tr("Image of %1").arg(instance.name), tr("Change image"),
                   parent)
    , m_repository(new QLineEdit(instance.image.repository))
    , m_tag(new QLineEdit(instance.image.tag))
    , m_insists(new QCheckBox(tr("&Change it all the same")))
{
    m_repository->setObjectName(u"imageRepository"_s);
    m_tag->setObjectName(u"imageTag"_s);
    m_insists->setObjectName(u"insists"_s);
    FieldGrid grid(body());
    grid.add(tr("&Repository"), m_repository);
    grid.add(tr("&Tag or version"), m_tag);
    grid.addHint(m_insists);
    connect(m_repository, &QLineEdit::textChanged, this, &ImageDialog::weigh);
    connect(m_tag, &QLineEdit::textChanged, this, &ImageDialog::weigh);
    connect(m_insists, &QCheckBox::toggled, this, &ImageDialog::update);
    m_tag->setFocus();
    m_tag->selectAll();
    weigh();
}

Image ImageDialog::image() const
{
    return {.repository = m_repository->text().trimmed(), .tag = m_tag->text().trimmed()};
}

bool ImageDialog::needsInsisting() const
{
    return !isCompatible(imageStep(instance().image, image()));
}

void ImageDialog::weigh()
{
    m_insists->setVisible(needsInsisting());
    update();
}

OperationRequest ImageDialog::request() const
{
    return {.verb = Verb::ChangeImage,
            .instance = instance().id,
            .change = {.image = image()},
            .isForced = needsInsisting() && m_insists->isChecked()};
}

QString ImageDialog::problem() const
{
    const auto wanted = image();
    if (wanted.repository.isEmpty() || wanted.tag.isEmpty())
        return tr("An image has a repository and a tag, such as codercom/code-server and latest.");
    if (!needsInsisting() || m_insists->isChecked())
        return {};
    return imageStep(instance().image, wanted) == ImageStep::Older
        ? tr("An older editor may not understand what the newer one has written into the home folder.")
        : tr("Another major version may not understand what this one has written into the home folder.");
}

bool ImageDialog::isChange() const
{
    // The same tag may be another image by now, which is what somebody who asks for "latest" again wants.
    return !image().tag.isEmpty()
        && (image().tag == "latest"_L1
            || imageReference(image())
                != imageReference({.repository = instance().image.repository, .tag = instance().image.tag}));
}

QString ImageDialog::consequence() const
{
    const auto lines = QStringList{isChange() ? QString() : tr("It has this image now."), restartWarning(instance())};
    return lines.join(u'\n').trimmed();
}

QStringList ImageDialog::command() const
{
    const auto wanted = image();
    QStringList words{u"image"_s, instance().name, u"--to"_s, imageReference(wanted)};
    if (needsInsisting())
        words << u"--force"_s;
    return words;
}

} // namespace swarm
